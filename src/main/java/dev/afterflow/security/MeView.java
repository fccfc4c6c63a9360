package dev.afterflow.security;

import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Puts {@link Me} together. */
@Component
class MeView {

    private final Shops shops;
    private final Mode mode;
    private final Settings settings;

    MeView(Shops shops, Mode mode, Settings settings) {
        this.shops = shops;
        this.mode = mode;
        this.settings = settings;
    }

    Me of(Who who) {
        return new Me(who.id(), who.login(), who.name(), new TreeSet<>(who.roles()), shops.of(who),
                new TreeSet<>(who.teams()), who.language(), mode.word(), settings.smallTeam());
    }
}
