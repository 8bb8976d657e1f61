-- The company's own tables. The library never creates, reads or knows them; they are what a host already has.
-- A subject_key is the opaque key by which the library knows the person; one person may stand in several tables.

CREATE TABLE organisation (
    id                  INT PRIMARY KEY,
    name                VARCHAR(100) NOT NULL,
    organisation_number CHAR(10),
    country             CHAR(2) NOT NULL
);

CREATE TABLE customer (
    id                INT PRIMARY KEY,
    subject_key       VARCHAR(36) NOT NULL UNIQUE,
    organisation_id   INT REFERENCES organisation,
    given_name        VARCHAR(50) NOT NULL,
    family_name       VARCHAR(50) NOT NULL,
    personal_number   CHAR(12),
    email             VARCHAR(100) NOT NULL,
    phone             VARCHAR(20),
    street            VARCHAR(100) NOT NULL,
    postal_code       VARCHAR(10) NOT NULL,
    city              VARCHAR(50) NOT NULL,
    country           CHAR(2) NOT NULL,
    signed_up_on      DATE NOT NULL,
    choice_offered_on DATE,
    left_on           DATE
);
COMMENT ON COLUMN customer.personal_number IS 'Private customers in Sweden only';
COMMENT ON COLUMN customer.choice_offered_on IS 'When the person could decline product news while giving the address';

CREATE TABLE contact (
    id          INT PRIMARY KEY,
    subject_key VARCHAR(36) NOT NULL,
    customer_id INT NOT NULL REFERENCES customer,
    given_name  VARCHAR(50) NOT NULL,
    family_name VARCHAR(50) NOT NULL,
    email       VARCHAR(100) NOT NULL,
    phone       VARCHAR(20),
    country     CHAR(2) NOT NULL,
    added_on    DATE NOT NULL,
    removed_on  DATE
);

CREATE TABLE invitation (
    id          INT PRIMARY KEY,
    subject_key VARCHAR(36) NOT NULL,
    customer_id INT NOT NULL REFERENCES customer,
    email       VARCHAR(100) NOT NULL,
    given_name  VARCHAR(50),
    family_name VARCHAR(50),
    sent_on     DATE NOT NULL,
    accepted_on DATE
);

CREATE TABLE invoice (
    id          INT AUTO_INCREMENT PRIMARY KEY,
    customer_id INT NOT NULL REFERENCES customer,
    issued_on   DATE NOT NULL,
    due_on      DATE NOT NULL,
    buyer       VARCHAR(100) NOT NULL,
    address     VARCHAR(200) NOT NULL,
    amount_sek  DECIMAL(10, 2) NOT NULL
);

CREATE TABLE payment_reference (
    id          INT AUTO_INCREMENT PRIMARY KEY,
    customer_id INT NOT NULL REFERENCES customer,
    token       VARCHAR(40) NOT NULL,
    stored_on   DATE NOT NULL
);
COMMENT ON TABLE payment_reference IS 'The card itself is with the payment partner';

CREATE TABLE support_case (
    id          INT AUTO_INCREMENT PRIMARY KEY,
    subject_key VARCHAR(36) NOT NULL,
    email       VARCHAR(100) NOT NULL,
    opened_on   DATE NOT NULL,
    closed_on   DATE
);

CREATE TABLE support_message (
    id             INT AUTO_INCREMENT PRIMARY KEY,
    case_of        VARCHAR(36) NOT NULL,
    sent_on        DATE NOT NULL,
    from_requester BOOLEAN NOT NULL,
    body           VARCHAR(1000) NOT NULL
);

CREATE TABLE account_change (
    id          INT AUTO_INCREMENT PRIMARY KEY,
    customer_id INT NOT NULL REFERENCES customer,
    changed_on  DATE NOT NULL,
    change      VARCHAR(50) NOT NULL,
    ip_address  VARCHAR(45) NOT NULL
);

CREATE TABLE access_log (
    id          INT AUTO_INCREMENT PRIMARY KEY,
    logged_on   DATE NOT NULL,
    ip_address  VARCHAR(45) NOT NULL,
    device_type VARCHAR(20) NOT NULL
);

CREATE TABLE usage_event (
    id          INT AUTO_INCREMENT PRIMARY KEY,
    customer_id INT NOT NULL REFERENCES customer,
    used_on     DATE NOT NULL,
    feature     VARCHAR(30) NOT NULL
);

-- The list of the mail tool that the company used until 2018: one row per answer that the tool had recorded.
CREATE TABLE newsletter (
    id          INT AUTO_INCREMENT PRIMARY KEY,
    subject_key VARCHAR(36) NOT NULL,
    list        VARCHAR(12) NOT NULL CHECK (list IN ('customers', 'subscribers')),
    email       VARCHAR(100) NOT NULL,
    subscribed  BOOLEAN NOT NULL,
    answered_at TIMESTAMP(0) WITH TIME ZONE NOT NULL,
    shown_text  VARCHAR(500)
);

-- Who stands in which relation to the company: what it reports to the library.
CREATE VIEW relation (subject_key, kind, began_on, ended_on) AS
SELECT subject_key, 'customer', signed_up_on, left_on FROM customer
UNION ALL
SELECT subject_key, 'former-customer', left_on + 1, NULL FROM customer WHERE left_on IS NOT NULL
UNION ALL
SELECT subject_key, 'contact', added_on, removed_on FROM contact
UNION ALL
SELECT subject_key, 'invitee', sent_on, accepted_on FROM invitation
UNION ALL
SELECT subject_key, 'contact', accepted_on, NULL FROM invitation WHERE accepted_on IS NOT NULL
UNION ALL
SELECT subject_key, 'subscriber', CAST(MIN(answered_at) AS DATE), NULL FROM newsletter
WHERE list = 'subscribers' GROUP BY subject_key
UNION ALL
SELECT subject_key, 'support-requester', MIN(opened_on), NULL FROM support_case
WHERE subject_key NOT IN (SELECT subject_key FROM customer) GROUP BY subject_key;
