package dev.afterflow.tasks;

import dev.afterflow.security.People;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * To whom a task may be handed: colleagues of its shop who may work it, and teams beside or above its own. A task of finance,
 * legal or the warehouse never leaves its team, since who confirms money or goods is not for the hander to choose.
 */
@Component
class Receivers {

    private static final String DESK = "-desk";
    private static final String LEADS = "-leads";
    private static final List<String> DESKS = List.of("returns-desk", "disputes-desk", "care-desk", "logistics-desk");
    private static final String LEADERS = "returns-leads";

    private final People people;

    Receivers(People people) {
        this.people = people;
    }

    /** Who and which teams a list offers. */
    record Offered(List<Person> people, List<String> teams) {
    }

    /** A colleague as the list offers them. */
    record Person(long id, String login, String name, List<String> roles) {
    }

    Offered of(WorkItem item, Who asker) {
        return new Offered(persons(item, asker).stream().map(who -> new Person(who.id(), who.login(), who.name(),
                who.roles().stream().map(Enum::name).sorted().toList())).toList(), teams(item));
    }

    /** Everybody but the one who has it; only people who may take it themselves. */
    List<Who> persons(WorkItem item, Who asker) {
        return people.beside(asker).stream().filter(who -> who.shops().contains(item.shop()))
                .filter(who -> Authority.mayWork(who, item) && !item.isTakenBy(who.id())).toList();
    }

    List<String> teams(WorkItem item) {
        TreeSet<String> teams = new TreeSet<>();
        if (item.team().endsWith(DESK)) {
            teams.addAll(DESKS);
            teams.add(LEADERS);
        } else if (item.team().endsWith(LEADS)) {
            teams.add(item.team());
        }
        if (item.isTaken()) {
            teams.add(item.team());
        } else {
            teams.remove(item.team());
        }
        return List.copyOf(teams);
    }
}
