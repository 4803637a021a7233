"""Expenses of the Secretariat, as its report writes them."""

HEAD = "ENTITY,SECTION_ID,SECTION_DESCRIPTION,YEAR,FINANCIAL_YEAR,AMOUNT,SOURCE_TYPE,REFERENCE,NOTE\n"
REPORT = f"""{HEAD}OHCHR,24,Human rights,2021,2021,1000.50,Regular assessed,A/1,
OHCHR,24,Human rights,2021,2020/21,200,Other Assessed,A/2,
OHCHR,24,Human rights,2021,2021,70,Voluntary,Statement,Fund for Lighthouses
OHCHR,24,Human rights,2021,2021,-7,Voluntary,Statement,Fund for Lighthouses
OHCHR,24,Human rights,2021,2021,70,Voluntary,Statement,Fund for Lighthouses
OHCHR,24,Human rights,2022,2020/21,5,Voluntary,Statement,Fund for Lighthouses
OHCHR,24,Human rights,2022,2022,"5,5",Gifts,Statement,
"""
