package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
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

/** The sandbox page's doors: what a newcomer presses to see the product work. */
@RestController
@RequestMapping("/sandbox/world")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("isAuthenticated()")
class WorldController {

    private final World world;
    private final Stockroom stockroom;
    private final PayBooks books;
    private final PayFaults faults;
    private final BuyerMessages messages;
    private final BuyerWords words;
    private final BuyerParcels parcels;

    WorldController(World world, Stockroom stockroom, PayBooks books, PayFaults faults, BuyerMessages messages, BuyerWords words, BuyerParcels parcels) {
        this.world = world;
        this.stockroom = stockroom;
        this.books = books;
        this.faults = faults;
        this.messages = messages;
        this.words = words;
        this.parcels = parcels;
    }

    /** The demo orders, and the latest requests, payments and messages; how the provider behaves. */
    @GetMapping
    Scene scene(@RequestParam(defaultValue = "lanting") String shop) {
        return new Scene(shop, stockroom.orders(Storefront.of(shop)).stream().map(Scene.Order::of).toList(), world.recent(), books.latest(),
                messages.recent(), faults.setting(), parcels.sent(), parcels.told());
    }

    /** A buyer asks for a refund without a return. */
    @PostMapping("/refund-request")
    BuyerRequest ask(@RequestBody Ask ask) {
        return world.askForRefund(shop(ask.shop()), ask.orderId(), ask.reasonText());
    }

    /** A buyer asks for this remedy, for this reason. */
    @PostMapping("/request")
    BuyerRequest ask(@RequestBody Wanted wanted) {
        return world.ask(shop(wanted.shop()), wanted.orderId(), wanted.kind(), wanted.reason(), wanted.reasonText());
    }

    /** The buyer takes the request back. */
    @PostMapping("/withdraw")
    BuyerRequest withdraw(@RequestBody Named request) {
        return world.change(request.requestId(), "WITHDRAWN");
    }

    /** The buyer insists after a refusal. */
    @PostMapping("/reopen")
    BuyerRequest reopen(@RequestBody Named request) {
        return world.change(request.requestId(), "REOPENED");
    }

    /** The marketplace delivers the same request once more. */
    @PostMapping("/repeat")
    BuyerRequest repeat(@RequestBody Named request) {
        return world.repeat(request.requestId());
    }

    /** The marketplace steps in. */
    @PostMapping("/step-in")
    BuyerRequest stepIn(@RequestBody Named request) {
        return world.stepIn(request.requestId());
    }

    /** The marketplace decides, for BUYER (and pays) or SELLER. */
    @PostMapping("/verdict")
    BuyerRequest verdict(@RequestBody Verdict verdict) {
        if (!"BUYER".equals(verdict.verdict()) && !"SELLER".equals(verdict.verdict())) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "a verdict is BUYER or SELLER");
        }
        return world.decide(verdict.requestId(), verdict.verdict().equals("BUYER"));
    }

    /** The buyer answers an offer: with the number of an option, or in words. */
    @PostMapping("/choose")
    BuyerWords.Written choose(@RequestBody Answered answer) {
        if (answer.caseNumber() == null || (answer.number() == null) == (answer.text() == null)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "name a case, and either a number or a text");
        }
        return words.write(answer.caseNumber(), answer.number() == null ? answer.text() : answer.number().toString());
    }

    private static String shop(String named) {
        return named == null ? World.SHOP : named;
    }

    /** All may be left out: then the sandbox picks an order nobody asked about, and the words. */
    record Ask(String shop, String orderId, String reasonText) {
    }

    /** Kind and reason are the marketplace's codes; order and words may be left out. */
    record Wanted(String shop, String orderId, String kind, String reason, String reasonText) {
    }

    record Named(String requestId) {
    }

    record Verdict(String requestId, String verdict) {
    }

    record Answered(String caseNumber, Integer number, String text) {
    }

    record Scene(String shop, List<Order> orders, List<BuyerRequest> requests, List<PayBooks.Moved> money,
                 List<MarketplaceController.Read> messages, PayFaults.Setting faults,
                 List<WarehouseBooks.Sent> parcels, List<WarehouseBooks.Told> warehouse) {

        record Order(String orderId, String state, String buyer, List<String> titles, String picture, Object paid, int payments, List<String> tags) {

            static Order of(Map<String, Object> order) {
                return new Order((String) order.get("orderId"), (String) order.get("state"),
                        (String) ((Map<?, ?>) order.get("buyer")).get("name"),
                        ((List<?>) order.get("items")).stream().map(item -> (String) ((Map<?, ?>) item).get("title")).toList(),
                        "/sandbox/world/goods/" + ((Map<?, ?>) ((List<?>) order.get("items")).get(0)).get("productId"),
                        Map.of("minor", World.paid(order), "currency", order.get("currency")), ((List<?>) order.get("payments")).size(), DemoGoods.tags(order));
            }
        }
    }
}
