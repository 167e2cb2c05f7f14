package doppel.notebook;

/** A value of the notebook layer that knows how it looks: a widget, a check, a live output. */
public interface Displayable {

    /** Called each time it is shown. */
    Bundle display();
}
