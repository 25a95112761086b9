-- What SQL may rely on: these views keep their columns, whatever the tables below do. They can be read without
-- our tokenizer. See README.md beside this file.

CREATE VIEW v_document AS
SELECT d.id, d.document_kind, d.title, d.body, d.date, d.meeting_date,
  (SELECT coalesce(raw, normal) FROM document_case_numbers WHERE document = d.id ORDER BY ordinal LIMIT 1)
    AS case_number,
  (SELECT group_concat(normal, '; ') FROM (SELECT normal FROM document_case_numbers
     WHERE document = d.id ORDER BY ordinal)) AS case_numbers,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM document_parties
     WHERE document = d.id ORDER BY ordinal)) AS parties,
  d.agenda_code, d.case_officer, d.agenda_item, d.parent, d.variant_of, d.first_page, d.last_page, d.confidence,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM document_issues
     WHERE document = d.id ORDER BY ordinal)) AS issues,
  d.source, s.sha256, (SELECT display FROM path WHERE source = d.source ORDER BY path LIMIT 1) AS path
FROM document d JOIN source s ON s.id = d.source;

CREATE VIEW v_beslutssats AS
SELECT r.id, b.n, b.text, b.verbatim, b.status, b.class, b.decider,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM beslutssats_via
     WHERE record = r.id ORDER BY ordinal)) AS via,
  (SELECT group_concat(lemma, '; ') FROM (SELECT lemma FROM beslutssats_actions
     WHERE record = r.id ORDER BY ordinal)) AS verbs,
  (SELECT group_concat(code, '; ') FROM (SELECT code FROM beslutssats_actions
     WHERE record = r.id ORDER BY ordinal)) AS codes,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM beslutssats_amounts
     WHERE record = r.id ORDER BY ordinal)) AS amounts,
  b.quoted_addition, b.scope, r.page, r.rule, r.confidence,
  r.document, v.document_kind, v.title, v.body, v.date, v.meeting_date, v.case_number, v.path
FROM beslutssats b JOIN record r ON r.id = b.record JOIN v_document v ON v.id = r.document;

CREATE VIEW v_signature AS
SELECT r.id, s.name, s.party, s.party_provenance, s.role, s.body AS signs_for, s."group", s.role_kind,
  r.page, r.rule, r.confidence,
  r.document, v.document_kind, v.title, v.body, v.date, v.meeting_date, v.case_number, v.path
FROM signature s JOIN record r ON r.id = s.record JOIN v_document v ON v.id = r.document;

CREATE VIEW v_vote AS
SELECT r.id, o.item, o.method, o.yes_means, o.no_means, o.yes, o.no, o.abstained,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM vote_yes_names
     WHERE record = r.id ORDER BY ordinal)) AS yes_names,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM vote_no_names
     WHERE record = r.id ORDER BY ordinal)) AS no_names,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM vote_abstained_names
     WHERE record = r.id ORDER BY ordinal)) AS abstained_names,
  o.verified, r.page, r.rule, r.confidence,
  r.document, v.document_kind, v.title, v.body, v.date, v.meeting_date, v.case_number, v.path
FROM vote o JOIN record r ON r.id = o.record JOIN v_document v ON v.id = r.document;

CREATE VIEW v_page AS
SELECT g.id, g.source, (SELECT display FROM path WHERE source = g.source ORDER BY path LIMIT 1) AS path,
  g.number, g.width, g.height, g.origin, g.rotation, g.skew, g.confidence, g.text,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM page_issues
     WHERE page = g.id ORDER BY ordinal)) AS issues
FROM page g;

-- What the index holds, as plain text: passage joins passage_index.rowid.
CREATE VIEW v_search AS
SELECT p.id AS passage, p.kind, coalesce(p.record, p.document) AS id, p.title AS heading, p.body AS text, p.page,
  p.document, v.document_kind, v.title, v.body, v.date, v.meeting_date, v.case_number, v.path
FROM passage p JOIN v_document v ON v.id = p.document;
