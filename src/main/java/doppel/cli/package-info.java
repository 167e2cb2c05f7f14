/**
 * The command line: one class a command, each an act of {@link doppel.Workbench} with a progress bar.
 *
 * <p>In: words typed at a terminal. Out: files, a few lines of text, and an exit code: 0 done, 1 refused or failed with
 * one sentence that says why, 2 a command that was mistyped.
 *
 * <p>Book: chapter 4 to 7, which run their scripts from a terminal too.
 */
package doppel.cli;
