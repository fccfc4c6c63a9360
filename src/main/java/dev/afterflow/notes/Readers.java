package dev.afterflow.notes;

import dev.afterflow.cases.Case;
import dev.afterflow.security.People;
import dev.afterflow.security.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may see a case and so may be called on in its notes: everybody with a role who belongs to its shop. */
@Component
class Readers {

    private final People people;

    Readers(People people) {
        this.people = people;
    }

    /** A colleague as a list offers them. */
    record Reader(long id, String login, String name, List<String> roles) {

        static Reader of(Who who) {
            return new Reader(who.id(), who.login(), who.name(), who.roles().stream().map(Enum::name).sorted().toList());
        }
    }

    List<Who> of(Case theCase, Who asker) {
        return people.beside(asker).stream().filter(who -> who.shops().contains(theCase.shop()) && !who.roles().isEmpty()).toList();
    }
}
