-- What the database needs to recognise its keys.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Small on purpose: opening a status touches this table, never the submission beside it. `view`
-- is sealed once for all that an opening needs, the events among it; each event also rests by
-- itself, and is never changed.
CREATE TABLE matter (
    id     INTEGER PRIMARY KEY,
    uid    BLOB NOT NULL,
    at     INTEGER NOT NULL,
    dek    BLOB NOT NULL,
    events INTEGER NOT NULL,
    view   BLOB NOT NULL
) STRICT;

CREATE TABLE submission (
    matter INTEGER PRIMARY KEY REFERENCES matter (id),
    sealed BLOB NOT NULL
) STRICT;

-- Clustered by what a phone sends: one descent finds it.
CREATE TABLE receipt (
    lookup     BLOB PRIMARY KEY,
    matter     INTEGER NOT NULL REFERENCES matter (id),
    number     TEXT NOT NULL,
    code_mac   BLOB NOT NULL,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_number ON receipt (number);

CREATE TABLE event (
    matter INTEGER NOT NULL REFERENCES matter (id),
    seq    INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (matter, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
    key         BLOB PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    matter      INTEGER NOT NULL REFERENCES matter (id),
    response    BLOB NOT NULL,
    at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_at ON idempotency (at);

CREATE TABLE attachment (
    id       BLOB PRIMARY KEY,
    digest   BLOB NOT NULL,
    kind     TEXT NOT NULL,
    bytes    INTEGER NOT NULL,
    blob     TEXT NOT NULL,
    dek      BLOB NOT NULL,
    at       INTEGER NOT NULL,
    matter   INTEGER REFERENCES matter (id),
    position INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_matter ON attachment (matter, position) WHERE matter IS NOT NULL;
CREATE INDEX attachment_waiting ON attachment (at, bytes) WHERE matter IS NULL;

CREATE TABLE outbox (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    matter  INTEGER NOT NULL REFERENCES matter (id),
    done_at INTEGER
) STRICT;

CREATE TABLE audit (
    seq    INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,
    matter INTEGER,
    detail BLOB NOT NULL,
    hash   BLOB NOT NULL
) STRICT;

CREATE TABLE draft (
    id     BLOB PRIMARY KEY,
    at     INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX draft_at ON draft (at);

CREATE TABLE call (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    at          INTEGER NOT NULL,
    kiosk       TEXT NOT NULL,
    page        TEXT NOT NULL,
    language    TEXT NOT NULL,
    answered_at INTEGER
) STRICT;
CREATE INDEX call_waiting ON call (at) WHERE answered_at IS NULL;
