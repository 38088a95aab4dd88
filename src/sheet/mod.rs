//! A list in, a workbook to edit it in out; the workbook in, the edits of the list out.
