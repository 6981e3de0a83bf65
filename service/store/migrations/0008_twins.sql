-- Proposals over the same words in several documents of one request, and documents that share passages. Made anew with
-- the proposals; numbers only, so that nothing here tells what a passage says.
CREATE TABLE proposal_twin (
  proposal_id TEXT PRIMARY KEY REFERENCES proposal(id), request_id TEXT NOT NULL REFERENCES privacy_request(id), twin_group INTEGER NOT NULL);
CREATE INDEX proposal_twin_of_request ON proposal_twin (request_id);
CREATE TABLE fragment_likeness (
  request_id TEXT NOT NULL REFERENCES privacy_request(id), one_id TEXT NOT NULL REFERENCES fragment(id), other_id TEXT NOT NULL REFERENCES fragment(id),
  shared INTEGER NOT NULL, of_one INTEGER NOT NULL, of_other INTEGER NOT NULL, is_same INTEGER NOT NULL, PRIMARY KEY (one_id, other_id));
CREATE INDEX fragment_likeness_of_request ON fragment_likeness (request_id);
