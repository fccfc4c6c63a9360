package dev.afterflow.security;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Spring Security's view of {@link Who}: {@code ROLE_…} for each role and {@code ROLE_PERSON} for whoever holds one,
 * {@code ROLE_KEY} and {@code SCOPE_…} for a machine.
 */
final class Known extends AbstractAuthenticationToken {

    private final transient Who who;

    private final boolean stale;

    Known(Who who, Set<String> scopes) {
        this(who, scopes, false);
    }

    /** {@code stale}: has a second factor, and gave no code of it lately. */
    Known(Who who, Set<String> scopes, boolean stale) {
        super(authorities(who, scopes));
        this.who = who;
        this.stale = stale;
        setAuthenticated(true);
    }

    private static Set<GrantedAuthority> authorities(Who who, Set<String> scopes) {
        Stream<String> roles = who.roles().stream().map(role -> "ROLE_" + role);
        Stream<String> kind = who.kind() == Who.Kind.PERSON && who.roles().isEmpty() ? Stream.of() : Stream.of("ROLE_" + who.kind());
        Stream<String> granted = scopes.stream().map(scope -> "SCOPE_" + scope);
        return Stream.of(roles, kind, granted).flatMap(each -> each)
                .map(SimpleGrantedAuthority::new).collect(Collectors.toUnmodifiableSet());
    }

    boolean stale() {
        return stale;
    }

    @Override
    public Who getPrincipal() {
        return who;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return who.login();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Known known && known.who.equals(who) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return who.hashCode();
    }
}
