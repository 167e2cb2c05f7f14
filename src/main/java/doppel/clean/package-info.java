/**
 * What is in the faces, and which of them are good: the table of all faces, and the decisions about them.
 *
 * <p>In: a face folder. Out: one row of numbers a face, and decisions to keep or reject that can be undone; no file is
 * ever moved or deleted. The folder gets more files:
 *
 * <pre>
 * decisions.jsonl  one line an act, of a hand or a rule
 * decisions.lock   held for one act
 * measures.jsonl   one line a face: what was measured, or why it could not be
 * standing.json    how the faces compare with each other
 * measures.lock    held while somebody measures
 * </pre>
 *
 * <p>Only the decisions cannot be had again; the others save time, and may be deleted.
 *
 * <p>Book: chapter 3, "Understanding the value of variety"; chapter 4, "Preparing the training images".
 */
package doppel.clean;
