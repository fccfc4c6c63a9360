package dev.afterflow.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does for a person who is already in the book: invite, let in again, throw out, help with a lost phone. */
@Component
@Transactional
class PersonCare {

    private final JdbcPeople rows;
    private final Invitations invitations;
    private final SecondFactors factors;
    private final PasswordRule passwords;
    private final LoginBrake brake;
    private final Audit audit;

    PersonCare(JdbcPeople rows, Invitations invitations, SecondFactors factors, PasswordRule passwords, LoginBrake brake, Audit audit) {
        this.rows = rows;
        this.invitations = invitations;
        this.factors = factors;
        this.passwords = passwords;
        this.brake = brake;
        this.audit = audit;
    }

    /** A person as administrators see them; shops and teams behind the asker's fence. */
    record Entry(long id, String login, String name, Set<Role> roles, Set<String> shops, Set<String> teams, Set<String> skills, String language,
                 boolean everyShop, boolean dismissed, boolean secondFactor, boolean slowed, boolean mine) {
    }

    /** Everybody who shares a shop with the asker, dismissed ones too, or has none yet; {@code mine}: the asker may change them. */
    @Transactional(readOnly = true)
    List<Entry> book(Who asker) {
        Set<String> slowed = brake.slowed();
        boolean everywhere = everyShop(asker);
        return rows.all().stream().filter(person -> person.who().shops().isEmpty() || person.who().shops().stream().anyMatch(asker.shops()::contains))
                .map(person -> entry(person, asker, slowed, everywhere)).toList();
    }

    Invitations.Made invite(long id, Who asker) {
        Person person = reached(id, asker);
        if (person.dismissed()) {
            throw Problem.conflict("people.dismissed", "此人已停用，请先恢复", "This person is dismissed; take them back first");
        }
        return invitations.invite(person, asker);
    }

    /** The old password opens nothing from now on, every session ends, and the link returned sets a new one. */
    Invitations.Made reset(long id, Who asker) {
        Person person = reached(id, asker);
        rows.password(id, passwords.hash(KeyText.fresh()));
        audit.record(Audit.HOUSE, "PASSWORD_RESET", "person", person.login(), Map.of());
        return invite(id, asker);
    }

    void endSessions(long id, Who asker) {
        Person person = reached(id, asker);
        rows.newEpoch(id);
        audit.record(Audit.HOUSE, "SESSIONS_ENDED", "person", person.login(), Map.of());
    }

    void unlock(long id, Who asker) {
        Person person = reached(id, asker);
        brake.forgive(person.login());
        brake.forgive(FactorDoor.name(person.login()));
        audit.record(Audit.HOUSE, "PERSON_UNLOCKED", "person", person.login(), Map.of());
    }

    void removeFactor(long id, Who asker) {
        Person person = reached(id, asker);
        factors.remove(person);
        rows.newEpoch(id);
    }

    /** 404 for a person with a shop the asker does not have. */
    private Person reached(long id, Who asker) {
        return rows.byId(id).filter(person -> reaches(person, asker, everyShop(asker))).orElseThrow(() -> Problem.notFound("person"));
    }

    private boolean everyShop(Who asker) {
        return rows.byId(asker.id()).orElseThrow(Problem::unknown).everyShop();
    }

    private static boolean reaches(Person person, Who asker, boolean everywhere) {
        return asker.shops().containsAll(person.who().shops()) && (!person.everyShop() || everywhere);
    }

    private static Entry entry(Person person, Who asker, Set<String> slowed, boolean everywhere) {
        Who who = person.who();
        Set<String> common = new TreeSet<>(who.shops());
        common.retainAll(asker.shops());
        return new Entry(person.id(), person.login(), person.name(), new TreeSet<>(who.roles()), common, new TreeSet<>(who.teams()),
                new TreeSet<>(Person.words(person.skills())), person.language(), person.everyShop(), person.dismissed(), person.factor(),
                slowed.contains(LoginBrake.masked(person.login())) || slowed.contains(LoginBrake.masked(FactorDoor.name(person.login()))),
                reaches(person, asker, everywhere));
    }
}
