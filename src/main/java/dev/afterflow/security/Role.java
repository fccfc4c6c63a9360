package dev.afterflow.security;

/** What a person does in the house; one person may hold several. A rule asks for it as {@code hasRole('AGENT')}. */
public enum Role {
    AGENT, WAREHOUSE, LEAD, SUPERVISOR, FINANCE, LEGAL, OWNER, MANAGER, DIRECTOR, ADMIN
}
