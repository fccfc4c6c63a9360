package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sandbox page's buttons for what happens at the played marketplaces. */
@RestController
@RequestMapping("/sandbox/world/markets")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("isAuthenticated()")
class MarketActsController {

    private final TopActs top;
    private final TopShop shop;
    private final MarketFaults faults;
    private final ShopifyActs shopify;
    private final ShopifyNews news;
    private final ShopifyBucket bucket;
    private final MarketBooks books;
    private final CarrierWeather weather;

    MarketActsController(TopActs top, TopShop shop, MarketFaults faults, ShopifyActs shopify, ShopifyNews news, ShopifyBucket bucket, MarketBooks books, CarrierWeather weather) {
        this.top = top;
        this.shop = shop;
        this.faults = faults;
        this.shopify = shopify;
        this.news = news;
        this.bucket = bucket;
        this.books = books;
        this.weather = weather;
    }

    record Rated(String shop, String tid, String oid, String result, String content, String how) {
    }

    record Act(String name, String what, String value, String how) {
    }

    /** {@code sold}: whether each refund has a trade the house was told of. */
    record Play(String shop, long seed, int many, Boolean sold) {
    }

    record Written(String shop, String tid, String text) {
    }

    record Sky(String market, String shop, CarrierWeather.Sky sky) {
    }

    record Limit(String shop, int calls) {
    }

    record Fault(String shop, String method, MarketFaults.How how) {
    }

    record Permission(String shop, String renewal) {
    }

    record Bought(String shop, String amount, String currency, String how) {
    }

    record Returned(String shop, String order, String reason, String words, String how) {
    }

    record Disputed(String shop, String order, String amount, String currency, String type, String how) {
    }

    record Console(String shop, String url) {
    }

    @GetMapping
    List<MarketBooks.Thing> recent(@RequestParam(required = false) String shop) {
        return books.recent(shop);
    }

    /** What a seller's machine did to a thing, each time it did. */
    @GetMapping("/deeds")
    List<MarketBooks.Deed> deeds(@RequestParam String name) {
        return books.deeds(name);
    }

    /** A buyer buys at Taobao. */
    @PostMapping("/trades")
    TopShop.Trade sell(@RequestBody TopShop.Bought bought) {
        return shop.sell(bought);
    }

    /** The buyer of a trade writes to the seller. */
    @PostMapping("/messages")
    Map<String, Object> write(@RequestBody Written written) {
        return shop.write(written.shop(), written.tid(), written.text());
    }

    @PostMapping("/refunds")
    MarketBooks.Thing ask(@RequestBody TopActs.Asked asked) {
        return top.ask(asked);
    }

    @PostMapping("/act")
    MarketBooks.Thing act(@RequestBody Act act) {
        return top.act(act.name(), String.valueOf(act.what()), act.value(), act.how());
    }

    @PostMapping("/rates")
    MarketBooks.Thing rate(@RequestBody Rated rated) {
        return top.rate(rated.shop(), rated.tid(), rated.oid(), rated.result(), rated.content(), rated.how());
    }

    /** A buyer changes a review without a word to anybody. */
    @PostMapping("/rates/change")
    MarketBooks.Thing change(@RequestBody Rated rated) {
        return top.change(rated.shop(), rated.oid(), rated.result(), rated.content());
    }

    /** The platform takes a review down. */
    @PostMapping("/rates/take-down")
    void takeDown(@RequestBody Rated rated) {
        top.takeDown(rated.shop(), rated.oid());
    }

    @PostMapping("/play")
    Map<String, Integer> play(@RequestBody Play play) {
        if (play.many() < 1 || play.many() > 2_000) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "many is 1 to 2000");
        }
        if (Boolean.TRUE.equals(play.sold())) {
            shop.sell(play.shop(), IntStream.range(0, play.many()).mapToObj(i -> TopActs.tid(play.shop(), play.seed(), i)).toList());
        }
        return Map.of("refunds", top.play(play.shop(), play.seed(), play.many()));
    }

    @PostMapping("/weather")
    Map<String, CarrierWeather.Sky> weather(@RequestBody Sky sky) {
        weather.set(sky.market() + "/" + sky.shop(), Objects.requireNonNullElse(sky.sky(), CarrierWeather.Sky.CLEAR));
        return weather.all();
    }

    /** The next calls of a shop at Taobao are too many. */
    @PostMapping("/limit")
    void limit(@RequestBody Limit limit) {
        faults.limit(limit.shop(), limit.calls());
    }

    /** How the next call of a method, or of an operation, goes wrong. */
    @PostMapping("/fault")
    void fault(@RequestBody Fault fault) {
        faults.plan(fault.shop(), fault.method(), fault.how());
    }

    /** A shop's permission at Taobao runs out; {@code renewal} renews it. */
    @PostMapping("/expire")
    void expire(@RequestBody Permission permission) {
        top.expire(permission.shop(), permission.renewal());
    }

    @PostMapping("/shopify/orders")
    MarketBooks.Thing order(@RequestBody Bought bought) {
        return shopify.order(bought.shop(), bought.amount(), bought.currency(), bought.how());
    }

    @PostMapping("/shopify/returns")
    MarketBooks.Thing returned(@RequestBody Returned returned) {
        return shopify.ask(returned.shop(), returned.order(), returned.reason(), returned.words(), returned.how());
    }

    @PostMapping("/shopify/disputes")
    MarketBooks.Thing dispute(@RequestBody Disputed disputed) {
        return shopify.dispute(disputed.shop(), disputed.order(), disputed.amount(), disputed.currency(), disputed.type(), disputed.how());
    }

    @PostMapping("/shopify/decide")
    MarketBooks.Thing decide(@RequestBody Act act) {
        return shopify.decide(act.name(), String.valueOf(act.what()), act.how());
    }

    /** Where a shop's webhooks of Shopify go. */
    @PostMapping("/shopify/console")
    void console(@RequestBody Console console) {
        news.console(console.shop(), console.url());
    }

    /** Another app has used up the shop's points. */
    @PostMapping("/shopify/drain")
    void drain(@RequestBody Limit limit) {
        bucket.drain(limit.shop());
    }
}
