"""How this installation is put together: settings, addresses, navigation."""
