package dev.afterflow.security;

import java.util.List;
import java.util.Set;

/** The person of the session as the web app sees it, with what the teams of the house are {@code called}. */
record Me(long id, String login, String name, Set<Role> roles, List<Shop> shops, Set<String> teams, String language,
          String mode, boolean smallTeam, List<People.Team> called, Factor factor) {

    /** How a person stands with the second factor. */
    enum Factor { NONE, SET, OBLIGED }
}
