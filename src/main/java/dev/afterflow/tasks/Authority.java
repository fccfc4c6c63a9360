package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may work what: members of the task's team, and those who lead it. Shops are the fence's business. */
final class Authority {

    private static final String LEADERS = "-leads";
    private static final String LED = "-desk";

    private Authority() {
    }

    /** The teams whose work this one may take: the own ones, and for leads and supervisors of {@code x-leads} also {@code x-desk}. */
    static Set<String> teams(Who who) {
        Stream<String> led = who.is(Role.LEAD, Role.SUPERVISOR)
                ? who.teams().stream().filter(team -> team.endsWith(LEADERS)).map(Authority::led) : Stream.empty();
        return Stream.concat(who.teams().stream(), led).collect(Collectors.toUnmodifiableSet());
    }

    static boolean seesAllTeams(Who who) {
        return who.is(Role.LEAD, Role.SUPERVISOR, Role.OWNER, Role.MANAGER, Role.DIRECTOR, Role.ADMIN);
    }

    static boolean mayWork(Who who, WorkItem item) {
        return teams(who).contains(item.team());
    }

    /** Whether this one may take a task off somebody else. */
    static boolean leads(Who who, WorkItem item) {
        return who.is(Role.LEAD, Role.SUPERVISOR) && mayWork(who, item);
    }

    static void demand(Who who, WorkItem item) {
        if (!mayWork(who, item)) {
            throw Problem.forbidden("tasks.otherTeam", "该任务属于其他团队：" + item.team(),
                    "The task belongs to another team: " + item.team());
        }
    }

    private static String led(String leaders) {
        return leaders.substring(0, leaders.length() - LEADERS.length()) + LED;
    }
}
