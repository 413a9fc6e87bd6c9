/** A publication that was retracted, as it is kept. */
export type Retracted = { doi: string; noticeDoi: string | null; title: string; reason: string; on: string | null };

/** What is wrong with a line (of a table) or an entry (of works), counted from 1. */
export type LineFault = { line: number; reason: string };

/**
 * What stands in a list: rows as JSON, some at a time, so that nobody but the database has to read them. `total` names publications that were
 * retracted, `other` what is no retraction, and `nameless` retractions without a DOI.
 */
export type ReadList = {
  name: string;
  isTable: boolean;
  parts: string[];
  total: number;
  other: number;
  nameless: number;
  faults: LineFault[];
  faultCount: number;
};

/** `refused`: a key of the dictionary; nothing of it could be read. `odd`: no browser sends such a form. */
export type ReadAnswer = { read: ReadList } | { refused: string } | { odd: true };
