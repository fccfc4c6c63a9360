package dev.afterflow.payments;

import dev.afterflow.providers.Provider;
import dev.afterflow.words.Vocabulary;
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

    private static final Vocabulary NAMES = new Vocabulary(Vocabulary.text("sandbox", "沙箱支付", "Sandbox pay"), Vocabulary.text("alipay", "支付宝", "Alipay"),
        Vocabulary.text("wechat", "微信支付", "WeChat Pay"), Vocabulary.text("stripe", "Stripe", "Stripe"), Vocabulary.text("cod", "货到付款", "Cash on delivery"),
        Vocabulary.text("taobao", "淘宝 / 天猫", "Taobao / Tmall"), Vocabulary.text("shopify", "Shopify", "Shopify"));

    private final Map<String, Provider> byCode;

    Providers(List<Provider> providers) {
        byCode = providers.stream().collect(Collectors.toUnmodifiableMap(Provider::code, Function.identity()));
    }

    /** What people call the provider, whether or not it is spoken to; one nobody named is called by its code. */
    static String name(String code, boolean chinese) {
        return NAMES.of(code, chinese);
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
