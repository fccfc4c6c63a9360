package dev.afterflow.platforms;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which marketplace a shop is spoken to at: the first it has an account with. */
@Component
class Markets {

    private final List<Marketplace> all;

    Markets(List<Marketplace> all) {
        this.all = List.copyOf(all);
    }

    Optional<Marketplace> of(String shop) {
        return all.stream().filter(market -> market.serves(shop)).findFirst();
    }

    Optional<Marketplace> named(String word) {
        return all.stream().filter(market -> market.word().equals(word)).findFirst();
    }

    List<Marketplace> all() {
        return all;
    }
}
