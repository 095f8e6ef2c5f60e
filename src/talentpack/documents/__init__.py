"""Our own pages: cover letter, checklist, worksheet, index, dividers, as PDF and DOCX."""
