package dev.afterflow.security;

/** Rules that several controllers of this room share. */
final class Rules {

    static final String ANY_ROLE = "hasAnyRole('AGENT', 'WAREHOUSE', 'LEAD', 'SUPERVISOR', 'FINANCE', 'LEGAL', 'OWNER', "
            + "'MANAGER', 'DIRECTOR', 'ADMIN')";
    static final String ADMIN = "hasRole('ADMIN')";

    private Rules() {
    }
}
