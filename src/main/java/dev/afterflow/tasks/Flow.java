package dev.afterflow.tasks;

import dev.afterflow.cases.Cases;
import dev.afterflow.security.Problem;
import dev.afterflow.tasks.Drawings.Drawing;
import dev.afterflow.tasks.JdbcFlow.Root;
import dev.afterflow.tasks.JdbcFlow.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The place of a case on the picture of its process, and on those its call activities call. */
@Service
@Transactional(readOnly = true)
class Flow {

    private static final int DEEPEST = 5;

    private final Cases cases;
    private final JdbcFlow store;
    private final Drawings drawings;

    Flow(Cases cases, JdbcFlow store, Drawings drawings) {
        this.cases = cases;
        this.store = store;
        this.drawings = drawings;
    }

    /**
     * A process with the ids of what runs in it and what was done.
     *
     * @param activity the call activity it was called by, null for the outermost
     */
    record Place(String activity, String process, String definitionId, String xml, Set<String> active, Set<String> done,
                 List<Place> tree) {

        /** Changes exactly when the picture does; the drawing of a definition never changes. */
        String tag() {
            StringBuilder written = new StringBuilder(definitionId).append(active).append(done);
            tree.forEach(place -> written.append(place.tag()));
            return Integer.toHexString(written.toString().hashCode()) + "-" + written.length();
        }
    }

    Place of(String caseNumber) {
        String process = cases.find(caseNumber).process();
        Root root = store.running(caseNumber, process).or(() -> store.ended(caseNumber, process)).orElseThrow(() -> Problem.notFound("flow"));
        List<Token> tokens = store.tokens(root);
        return place(null, drawings.of(root.definition()), tokens, store.done(caseNumber, root),
                store.called(caseNumber, root), 0);
    }

    private Place place(String activity, Drawing drawing, List<Token> tokens, Set<String> done, Set<String> called, int depth) {
        Set<String> active = new TreeSet<>();
        tokens.stream().filter(token -> token.definition().equals(drawing.definition()))
                .forEach(token -> active.add(token.activity()));
        Set<String> doneHere = new TreeSet<>(done);
        doneHere.retainAll(drawing.nodes());
        List<Place> tree = new ArrayList<>();
        if (depth < DEEPEST) {
            drawing.calls().forEach((call, process) -> {
                if (called.contains(process)) {
                    drawings.beside(drawing, process)
                            .ifPresent(below -> tree.add(place(call, below, tokens, done, called, depth + 1)));
                }
            });
        }
        return new Place(activity, drawing.process(), drawing.definition(), drawing.xml(), active, doneHere, tree);
    }
}
