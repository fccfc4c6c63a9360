package dev.afterflow.carriers;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tracking services, the first that knows a carrier being the one asked. */
@Component
class TrackingSources {

    private final List<TrackingSource> all;

    TrackingSources(List<TrackingSource> all) {
        this.all = List.copyOf(all);
    }

    Optional<TrackingSource> of(String shop, String carrier) {
        return all.stream().filter(source -> source.serves(shop, carrier)).findFirst();
    }

    Optional<TrackingSource> named(String code) {
        return all.stream().filter(source -> source.code().equals(code)).findFirst();
    }
}
