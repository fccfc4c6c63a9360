package dev.afterflow.security;

import java.util.List;
import java.util.Set;

/** What a person does in the house; one person may hold several. A rule asks for it as {@code hasRole('AGENT')}. */
public enum Role {
    AGENT, WAREHOUSE, LEAD, SUPERVISOR, FINANCE, LEGAL, OWNER, MANAGER, DIRECTOR, ADMIN;

    private static final List<Role> LADDER = List.of(AGENT, LEAD, SUPERVISOR, MANAGER, DIRECTOR);

    /** Whether somebody with these roles may approve what asks for that one or a higher; beside the ladder only itself. */
    public static boolean covers(Set<Role> held, Role asked) {
        int rank = LADDER.indexOf(asked);
        return rank < 0 ? held.contains(asked) : held.stream().anyMatch(role -> LADDER.indexOf(role) >= rank);
    }
}
