package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Shopify says is wrong: of the whole call, or of what was asked in it ({@code userErrors}), which alone is final. */
class ShopifyFault extends Exception {

    private static final Set<String> DOOR = Set.of("ACCESS_DENIED", "SHOP_INACTIVE", "HTTP_401", "HTTP_402", "HTTP_403", "HTTP_404", "HTTP_423");
    private static final Set<String> OURS = Set.of("MAX_COST_EXCEEDED", "HTTP_400", "HTTP_406", "HTTP_413", "HTTP_422", "USER");

    private final String code;
    private final String words;

    ShopifyFault(String code, String words) {
        super(code, null, false, false);
        this.code = code;
        this.words = words == null ? "" : words.substring(0, Math.min(words.length(), 300));
    }

    /** Throws when a mutation's answer holds user errors. */
    static JsonNode checked(JsonNode payload) throws ShopifyFault {
        JsonNode error = payload.path("userErrors").path(0);
        if (!error.isMissingNode()) {
            throw new ShopifyFault("USER", (error.path("code").asString("") + " " + error.path("message").asString("")).strip());
        }
        return payload;
    }

    String word() {
        return code;
    }

    boolean isDoor() {
        return DOOR.contains(code);
    }

    Outcome outcome() {
        if (isDoor()) {
            return Outcome.of(Result.UNSENT, code, "", "");
        }
        return OURS.contains(code) ? Outcome.of(Result.REFUSED, code, "平台拒绝：" + words, "The marketplace refused: " + words) : Outcome.of(Result.UNKNOWN, code, "", "");
    }

    Away away() {
        return new Away(code, true);
    }
}
