-- Until when the requester could still let it be known who asks, before a request is put aside; NULL: put aside before this was
-- kept. Basis: Awb art. 4:5(1)
ALTER TABLE put_aside ADD COLUMN until_on TEXT;
