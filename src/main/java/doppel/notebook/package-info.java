/**
 * The notebook: how values look there, outputs that change in place, and widgets written in Java.
 *
 * <p>In: values of the library. Out: what a Jupyter page shows. The kernel JJava is known to seven classes, and
 * everything else works, and is tested, without one: {@code DoppelExtension} puts in place {@code KernelWire} (outputs
 * and channels), {@code KernelStreams} (prints), {@code ShellPump} (widgets while a cell runs), {@code CellRequests} and
 * {@code KernelErrors} (errors) and {@code CellVariables} (a full heap).
 *
 * <p>Book: nothing; the book's own code shows a progress bar.
 */
package doppel.notebook;
