package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
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

    @GetMapping
    @PreAuthorize(Rules.ANY_ROLE)
    @Operation(summary = "店铺 / Shops")
    List<Shop> mine() {
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
