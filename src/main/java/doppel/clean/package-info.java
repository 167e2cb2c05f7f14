/**
 * What is in the faces, and which of them are good: the table of all faces, and the decisions about them.
 *
 * <p>In: a face folder. Out: one row of numbers a face, and decisions to keep or reject that can be undone; no file is
 * ever moved or deleted. The folder gets one more file, {@code decisions.jsonl}: one line an act, of a hand or a rule.
 *
 * <p>Book: chapter 3, "Understanding the value of variety"; chapter 4, "Preparing the training images".
 */
package doppel.clean;
