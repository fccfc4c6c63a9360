package dev.afterflow.security;

import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Puts {@link Me} together. */
@Component
class MeView {

    private final Shops shops;
    private final Teams teams;
    private final JdbcPeople people;
    private final SecondFactors factors;
    private final Mode mode;
    private final Settings settings;

    MeView(Shops shops, Teams teams, JdbcPeople people, SecondFactors factors, Mode mode, Settings settings) {
        this.shops = shops;
        this.teams = teams;
        this.people = people;
        this.factors = factors;
        this.mode = mode;
        this.settings = settings;
    }

    Me of(Who who) {
        return new Me(who.id(), who.login(), who.name(), new TreeSet<>(who.roles()), shops.of(who),
                new TreeSet<>(who.teams()), who.language(), mode.word(), settings.smallTeam(), teams.titles(),
                people.byId(who.id()).map(this::factor).orElse(Me.Factor.NONE));
    }

    private Me.Factor factor(Person person) {
        return factors.obliged(person) ? Me.Factor.OBLIGED : person.factor() ? Me.Factor.SET : Me.Factor.NONE;
    }
}
