package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys of machines; an administrator may grant only shops of their own. */
@RestController
@RequestMapping("/api/keys")
@Tag(name = "keys")
class KeyDesk {

    static final Set<String> KINDS = Set.of("orders", "products", "stock", "packing", "requests", "tracking", "reviews",
            "disputes", "messages", "statements", "parcels", "receipts", "answers", "settlements");

    private final Keys keys;

    KeyDesk(Keys keys) {
        this.keys = keys;
    }

    record Wish(String name, List<Keys.Grant> grants) {
    }

    /** The only time the key is shown. */
    record Made(long id, String name, String key) {
    }

    @GetMapping
    @PreAuthorize(Rules.ADMIN)
    @Operation(summary = "密钥列表 / Keys", description = "Without the keys themselves: only a hint is kept.")
    List<Keys.Listed> list() {
        return keys.of(Who.current());
    }

    @PostMapping
    @PreAuthorize(Rules.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新建密钥 / Make a key", description = "The key is in this answer and never again.")
    Made make(@RequestBody Wish wish) {
        String name = SessionDesk.required("name", wish.name());
        check(wish.grants());
        String text = KeyText.fresh();
        return new Made(keys.add(name, text, wish.grants(), Who.current(), false), name, text);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize(Rules.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "吊销密钥 / Take a key back")
    void revoke(@PathVariable long id) {
        keys.revoke(id, Who.current());
    }

    private static void check(List<Keys.Grant> grants) {
        if (grants == null || grants.isEmpty() || grants.size() > 100) {
            throw Problem.invalid("grants", "required", "请至少给出一个店铺", "Name at least one shop");
        }
        Set<String> mine = Who.current().shops();
        for (int i = 0; i < grants.size(); i++) {
            Keys.Grant grant = grants.get(i);
            if (grant.shop() == null || !mine.contains(grant.shop())) {
                throw Problem.invalid("grants[" + i + "].shop", "unknown", "没有这个店铺", "There is no such shop");
            }
            if (grant.scopes() == null || grant.scopes().isEmpty() || !grant.scopes().stream().allMatch(KeyDesk::known)) {
                throw Problem.invalid("grants[" + i + "].scopes", "unknown", "未知的权限，例如 intake:orders",
                        "Unknown scope; one is intake:orders");
            }
        }
    }

    private static boolean known(String scope) {
        return scope != null && scope.startsWith("intake:") && KINDS.contains(scope.substring("intake:".length()));
    }
}
