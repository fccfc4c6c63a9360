package dev.afterflow.payments;

import dev.afterflow.providers.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The payment providers this installation speaks to. */
@Component
class Providers {

    /** The lane of refunds whose provider nobody here speaks to: people pay those by hand. */
    static final String BY_HAND = "refund/by-hand";

    private final Map<String, Provider> byCode;

    Providers(List<Provider> providers) {
        byCode = providers.stream().collect(Collectors.toUnmodifiableMap(Provider::code, Function.identity()));
    }

    Optional<Provider> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The provider, if it has an account in this shop's name. */
    Optional<Provider> find(String code, String shop) {
        return find(code).filter(provider -> provider.serves(shop));
    }

    /** Where a refund of this shop waits. */
    String lane(String code, String shop) {
        return lane(find(code, shop).isPresent() ? code : "");
    }

    String lane(String code) {
        return byCode.containsKey(code) ? "refund/" + code : BY_HAND;
    }

    Stream<String> codes() {
        return byCode.keySet().stream().sorted();
    }

    List<String> lanes() {
        return Stream.concat(codes().map(this::lane),
            Stream.of(BY_HAND)).toList();
    }
}
