package doppel.notebook;

import java.lang.reflect.Method;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The variables of cells, as JShell keeps them: each is a static field of a class of its own. */
final class CellVariables {

    private final BaseKernel kernel;

    CellVariables(BaseKernel kernel) {
        this.kernel = kernel;
    }

    JShell shell() {
        return (JShell) call(kernel, kernel.getClass(), "getJShell");
    }

    /** Sets a variable to null; a statement would have to be compiled first. */
    void clear(VarSnippet variable) {
        var loader = (ClassLoader) call(kernel, BaseKernel.class, "getClassLoader");
        try {
            var owner = loader.loadClass(
                    call(variable, Snippet.class, "classFullName").toString());
            Graft.set(owner, owner, variable.name(), null);
        } catch (ClassNotFoundException fault) {
            throw new IllegalStateException("the variable %s has no class".formatted(variable.name()), fault);
        }
    }

    private static Object call(Object owner, Class<?> type, String method) {
        try {
            Method found = type.getDeclaredMethod(method);
            found.setAccessible(true);
            return found.invoke(owner);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException(
                    "%s has no method %s: set the lab up again".formatted(type.getSimpleName(), method), fault);
        }
    }
}
