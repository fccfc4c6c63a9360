package dev.afterflow.questions;

import dev.afterflow.security.People;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which teams of a shop can be asked, and who leads them. */
@Component
class Departments {

    private static final String LEADERS = "returns-leads";

    private final People people;

    Departments(People people) {
        this.people = people;
    }

    /** Every team with somebody in it who belongs to the shop, except those the asker works in. */
    Set<String> of(String shop, Who asker) {
        TreeSet<String> teams = new TreeSet<>();
        here(shop, asker).forEach(who -> teams.addAll(who.teams()));
        teams.removeAll(asker.teams());
        return teams;
    }

    /** Leads of the team; where it has none, those who lead the after-sales desk. */
    List<Who> leads(String shop, String team, Who asker) {
        List<Who> leaders = here(shop, asker).stream().filter(who -> who.is(Role.LEAD, Role.SUPERVISOR, Role.MANAGER)).toList();
        List<Who> own = leaders.stream().filter(who -> who.teams().contains(team)).toList();
        return own.isEmpty() ? leaders.stream().filter(who -> who.teams().contains(LEADERS)).toList() : own;
    }

    private List<Who> here(String shop, Who asker) {
        return people.beside(asker).stream().filter(who -> who.shops().contains(shop)).toList();
    }
}
