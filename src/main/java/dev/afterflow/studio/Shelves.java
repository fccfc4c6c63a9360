package dev.afterflow.studio;

import dev.afterflow.engine.Releases;
import org.springframework.stereotype.Component;

/** The release in force as it is read by people; read anew only when another one is. */
@Component
class Shelves {

    private final Releases releases;
    private volatile Shelf known = new Shelf("", java.util.List.of());

    Shelves(Releases releases) {
        this.releases = releases;
    }

    Shelf now() {
        String current = releases.current();
        Shelf shelf = known;
        if (!shelf.deployment().equals(current)) {
            shelf = new Shelf(current, releases.files(current));
            known = shelf;
        }
        return shelf;
    }
}
