"""The facts for which a State accounts to the United Nations; assistance never changes them."""
