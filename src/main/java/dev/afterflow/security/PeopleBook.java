package dev.afterflow.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes people; each change counts from their next request on, and stands in the audit. */
@Component
@Transactional
class PeopleBook {

    /**
     * What an administrator says about a person. The password only to set it: a new person without one gets in by an invitation.
     * Language and skills stay as they are where null.
     */
    record Entry(String login, String name, String password, Set<Role> roles, Set<String> shops, Set<String> teams,
                 boolean everyShop, boolean dismissed, String language, Set<String> skills) {
    }

    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");
    private static final Pattern SKILL = Pattern.compile("[a-z]{1,20}:[a-zA-Z0-9-]{1,40}");

    private final JdbcPeople rows;
    private final PasswordRule passwords;
    private final Shops shops;
    private final Audit audit;

    PeopleBook(JdbcPeople rows, PasswordRule passwords, Shops shops, Audit audit) {
        this.rows = rows;
        this.passwords = passwords;
        this.shops = shops;
        this.audit = audit;
    }

    Who add(Entry entry, Who asker) {
        check(entry);
        demandReach(entry, asker);
        if (entry.password() != null) {
            passwords.demandGood(entry.login(), entry.password());
        }
        String password = passwords.hash(entry.password() == null ? KeyText.fresh() : entry.password());
        try {
            long id = rows.add(entry.login(), entry.name(), password, entry.everyShop(), false);
            belongings(id, entry);
            note("PERSON_ADDED", id, entry);
            return rows.byId(id).orElseThrow().who();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("people.taken", "登录名已被使用", "The login is taken");
        }
    }

    Who change(long id, Entry entry, Who asker) {
        Person person = rows.byId(id).filter(found -> asker.shops().containsAll(found.who().shops()) && reaches(found, asker))
                .orElseThrow(() -> Problem.notFound("person"));
        if (!person.login().equals(entry.login())) {
            throw Problem.invalid("login", "fixed", "登录名不能更改", "The login cannot be changed");
        }
        check(entry);
        demandReach(entry, asker);
        demandAnotherAdmin(id, entry, asker);
        rows.describe(id, entry.name(), entry.everyShop());
        belongings(id, entry);
        rows.dismissed(id, entry.dismissed());
        if (entry.password() != null) {
            passwords.demandGood(entry.login(), entry.password());
            rows.password(id, passwords.hash(entry.password()));
        }
        note("PERSON_CHANGED", id, entry);
        return rows.byId(id).orElseThrow().who();
    }

    /** 403 unless this one belongs to every shop, later ones included. */
    void demandEveryShop(Who who) {
        if (!rows.byId(who.id()).orElseThrow(Problem::unknown).everyShop()) {
            throw Problem.forbidden("people.notEveryShop", "只有属于所有店铺的管理员才能这样做",
                    "Only an administrator who belongs to every shop may do this");
        }
    }

    void language(Who who, String language) {
        if (!LANGUAGES.contains(language)) {
            throw Problem.invalid("language", "oneOf", "只能是 zh-CN 或 en", "Only zh-CN or en");
        }
        rows.language(who.id(), language);
    }

    void password(Who who, String old, String wanted) {
        Person person = rows.byId(who.id()).orElseThrow(Problem::unknown);
        if (!passwords.matches(old, person.password())) {
            throw Problem.invalid("old", "wrong", "原密码不正确", "The old password is wrong");
        }
        passwords.demandGood(who.login(), wanted);
        rows.password(who.id(), passwords.hash(wanted));
        audit.record(Audit.HOUSE, "PASSWORD_CHANGED", "person", who.login(), Map.of());
    }

    @Transactional(readOnly = true)
    Who again(Who who) {
        return rows.byId(who.id()).orElseThrow(Problem::unknown).who();
    }

    private boolean reaches(Person person, Who asker) {
        return !person.everyShop() || rows.byId(asker.id()).orElseThrow(Problem::unknown).everyShop();
    }

    /** An administrator who shuts themselves out could be the last one. */
    private static void demandAnotherAdmin(long id, Entry entry, Who asker) {
        if (id == asker.id() && (entry.dismissed() || !entry.roles().contains(Role.ADMIN))) {
            throw Problem.conflict("people.yourself", "不能停用自己，也不能取消自己的管理员角色，请由另一位管理员操作",
                    "Nobody dismisses themselves or gives up their own administrator's role; another administrator does");
        }
    }

    /** Nobody gives away more shops than they have. */
    private void demandReach(Entry entry, Who asker) {
        demand("shops", asker.shops().containsAll(entry.shops()));
        if (entry.everyShop()) {
            demandEveryShop(asker);
        }
    }

    private void belongings(long id, Entry entry) {
        rows.roles(id, entry.roles());
        rows.shops(id, entry.shops());
        rows.teams(id, entry.teams());
        if (entry.skills() != null) {
            rows.skills(id, entry.skills());
        }
        if (entry.language() != null) {
            rows.language(id, entry.language());
        }
    }

    private void check(Entry entry) {
        demand("login", entry.login() != null && entry.login().matches("[a-z0-9._-]{2,40}"));
        demand("name", entry.name() != null && !entry.name().isBlank() && entry.name().length() <= 80);
        demand("roles", entry.roles() != null && !entry.roles().contains(null));
        List<String> open = shops.all().stream().map(Shop::id).toList();
        demand("shops", entry.shops() != null && open.containsAll(entry.shops()));
        demand("language", entry.language() == null || LANGUAGES.contains(entry.language()));
        demand("skills", entry.skills() == null || entry.skills().size() <= 50 && entry.skills().stream().allMatch(SKILL.asMatchPredicate()));
        demand("teams", entry.teams() != null && entry.teams().stream().allMatch(team -> team.matches("[a-z][a-z-]{1,40}")));
    }

    private static void demand(String field, boolean good) {
        if (!good) {
            throw Problem.invalid(field, "format", "此项不正确", "This is not acceptable");
        }
    }

    private void note(String action, long id, Entry entry) {
        audit.record(Audit.HOUSE, action, "person", entry.login(), Map.of("id", id, "roles", entry.roles(),
                "shops", entry.shops(), "teams", entry.teams(), "everyShop", entry.everyShop(),
                "dismissed", entry.dismissed(), "passwordSet", entry.password() != null, "skills", entry.skills() == null ? Set.of() : entry.skills()));
    }
}
