package dev.afterflow.platforms;

import dev.afterflow.platforms.PlatformRequest.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which marketplace a shop is spoken to at: where its matter or its order came from, else the first it has an account with. */
@Component
class Markets {

    private final List<Marketplace> all;
    private final JdbcPlatformMatters matters;

    Markets(List<Marketplace> all, JdbcPlatformMatters matters) {
        this.all = List.copyOf(all);
        this.matters = matters;
    }

    Optional<Marketplace> of(String shop) {
        return all.stream().filter(market -> market.serves(shop)).findFirst();
    }

    /** Of what the request is about: as it says itself, then by its matter, then by what else is known of an order; none where that account is gone. */
    Optional<Marketplace> of(PlatformRequest request) {
        Optional<String> word = Optional.ofNullable(request.more(Word.MARKET)).or(() -> home(request.shop(), request.matter()));
        return word.isEmpty() ? of(request.shop()) : word.flatMap(this::named).filter(market -> market.serves(request.shop()));
    }

    /** The marketplace that told of a matter, or of anything about an order of this name; empty where none did. */
    Optional<String> home(String shop, String matter) {
        return Stream.concat(matters.find(shop, matter).stream(), matters.ofOrder(shop, matter).stream()).map(PlatformMatter::platform).findFirst();
    }

    Optional<Marketplace> named(String word) {
        return all.stream().filter(market -> market.word().equals(word)).findFirst();
    }

    List<Marketplace> all() {
        return all;
    }
}
