-- Failed sign-ins per login, whether anyone has that login or not, so that a lock tells nobody which logins exist. The
-- mark is a keyed and shortened hash: a password typed in the wrong field cannot be read or guessed back from it.
CREATE TABLE sign_in_key (id INTEGER PRIMARY KEY CHECK (id = 1), key TEXT NOT NULL);
CREATE TABLE sign_in_attempt (
  login_mark TEXT PRIMARY KEY, known INTEGER NOT NULL, failures INTEGER NOT NULL,
  locked_until TEXT, last_at TEXT NOT NULL);
CREATE INDEX sign_in_attempt_oldest ON sign_in_attempt(known, last_at);
