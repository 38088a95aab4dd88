//! The round trip of a list through a workbook.
