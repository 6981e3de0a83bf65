-- A document that is converted to be read (DOC, RTF): the PDF whose positions the read document holds.
ALTER TABLE fragment ADD COLUMN readable_blob TEXT REFERENCES blob(id);
