package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The shops I belong to; an administrator of every shop opens new ones. */
@RestController
@RequestMapping("/api/shops")
@Tag(name = "shops")
class ShopDesk {

    private final Shops shops;
    private final PeopleBook book;

    ShopDesk(Shops shops, PeopleBook book) {
        this.shops = shops;
        this.book = book;
    }

    record Rename(String from, String to) {
    }

    @GetMapping
    @PreAuthorize(Rules.ANY_ROLE)
    @Operation(summary = "店铺 / Shops")
    List<Shop> mine() {
        return shops.of(Who.current());
    }

    @PutMapping("/{id}")
    @PreAuthorize(Rules.ADMIN)
    @Operation(summary = "更改店铺 / Change a shop", description = "Id, prefix and currency stay: case numbers, amounts and limits were written under them.")
    Shop change(@PathVariable String id, @RequestBody Shop shop) {
        return shops.change(shops.reachable(id), shop);
    }

    @PutMapping("/brands")
    @PreAuthorize(Rules.ADMIN)
    @Operation(summary = "品牌改名或合并 / Rename a brand in the shops I belong to")
    List<Shop> brand(@RequestBody Rename rename) {
        String to = SessionDesk.required("to", rename.to());
        shops.of(Who.current()).stream().filter(shop -> shop.brand().equals(rename.from())).forEach(shop -> shops.change(shop, new Shop(shop.id(),
                shop.prefix(), shop.name(), to, shop.platform(), shop.timeZone(), shop.currency(), shop.jurisdiction(), shop.language())));
        return shops.of(Who.current());
    }

    @PostMapping
    @PreAuthorize(Rules.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新建店铺 / Open a shop")
    Shop open(@RequestBody Shop shop) {
        book.demandEveryShop(Who.current());
        shops.open(shop);
        return shop;
    }
}
