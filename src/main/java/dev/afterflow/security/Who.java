package dev.afterflow.security;

import dev.afterflow.database.Fence;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is asking: a person at a browser, a machine with a key, or the product itself; read anew for each request.
 *
 * @param id the person's or key's number; 0 for the product
 * @param shops ids of the shops whose rows this one may see
 * @param teams kebab-case names of the teams whose queues this one works
 * @param language {@code zh-CN} or {@code en}
 */
public record Who(long id, String login, String name, Set<Role> roles, Set<String> shops, Set<String> teams,
                  String language, Kind kind) {

    /** What sort of asker it is. */
    public enum Kind { PERSON, KEY, SYSTEM }

    /** The product itself, in timers, dispatchers and listeners. */
    public static final Who SYSTEM = new Who(0, "system", "Afterflow", Set.of(), Set.of(), Set.of(), "zh-CN", Kind.SYSTEM);

    public Who {
        roles = Set.copyOf(roles);
        shops = Set.copyOf(shops);
        teams = Set.copyOf(teams);
    }

    /** The asker of this thread; throws {@link Problem} 401 when there is none. */
    public static Who current() {
        return ifAny().orElseThrow(Problem::unknown);
    }

    /** The asker of this thread, if somebody is known. */
    public static Optional<Who> ifAny() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Who who ? Optional.of(who) : Optional.empty();
    }

    /** Does this one hold any of these roles? */
    public boolean is(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /**
     * For what moves money or changes the rules: throws {@link Problem} 403 {@code security.codeWanted} when the asker has a second
     * factor and gave no code of it for {@code afterflow.security.fresh-code} (ten minutes). Whoever has none passes here: in
     * production those who approve, release or administer cannot log in without.
     */
    public static void demandFreshCode() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof Known known && known.stale()) {
            throw Problem.forbidden("security.codeWanted", "请输入验证码再继续", "Give a code of your second factor to go on");
        }
    }

    /** Runs the work in this one's name and behind this one's fence, such as a job somebody started. */
    public <T> T acting(Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext mine = SecurityContextHolder.createEmptyContext();
        boolean stale = before.getAuthentication() instanceof Known known && known.getPrincipal().id() == id && known.stale();
        mine.setAuthentication(new Known(this, Set.of(), stale));
        SecurityContextHolder.setContext(mine);
        try {
            return kind == Kind.SYSTEM ? Fence.everywhere(work) : Fence.within(shops, work);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
