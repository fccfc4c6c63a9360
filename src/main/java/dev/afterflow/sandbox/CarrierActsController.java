package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sandbox page's buttons for carriers: where a parcel is, what a carrier answers and pays, how its door behaves. */
@RestController
@RequestMapping("/sandbox/world/carriers")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("isAuthenticated()")
class CarrierActsController {

    private final CarrierBooks parcels;
    private final WorkOrderBooks orders;
    private final WorkOrderDesk desk;
    private final CarrierPlay play;
    private final CarrierActs acts;
    private final CarrierWeather weather;

    CarrierActsController(CarrierBooks parcels, WorkOrderBooks orders, WorkOrderDesk desk, CarrierPlay play, CarrierActs acts, CarrierWeather weather) {
        this.parcels = parcels;
        this.orders = orders;
        this.desk = desk;
        this.play = play;
        this.acts = acts;
        this.weather = weather;
    }

    record Scene(List<CarrierBooks.Known> parcels, List<WorkOrderBooks.Order> orders, Map<String, CarrierWeather.Sky> weather) {
    }

    /** {@code carrier} is the service's word, such as {@code yuantong}; {@code code} Kuaidi100's sub-state; {@code how}: once, twice, late, forged or silent. */
    record Scanned(String waybill, String carrier, String code, String words, String how) {
    }

    record Given(String waybill, String message) {
    }

    record Answered(Long id, WorkOrderDesk.Outcome outcome, Long minor, String words) {
    }

    /** A claim as it reaches a carrier by letter or through its own page; {@code carrier} in the seller's word. */
    record Written(String carrier, String waybill, String number, Long minor, String text) {
    }

    record About(List<String> numbers) {
    }

    record Played(long seed, List<String> numbers) {
    }

    record Seeded(long seed) {
    }

    record Settled(String shop, String carrier) {
    }

    record Forecast(String carrier, CarrierWeather.Sky sky) {
    }

    record Console(String url) {
    }

    @GetMapping
    Scene scene() {
        return new Scene(parcels.recent(), orders.recent(), weather.all());
    }

    @PostMapping("/scan")
    CarrierNews.Pushed scan(@RequestBody Scanned scanned) {
        if (scanned.waybill() == null || scanned.carrier() == null || scanned.code() == null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "name a waybill, a carrier and a code");
        }
        return acts.scan(scanned.waybill(), scanned.carrier(), scanned.code(), scanned.words(), scanned.how());
    }

    /** Sixty days of silence. */
    @PostMapping("/stall")
    CarrierNews.Pushed stall(@RequestBody Given given) {
        parcel(given.waybill());
        return acts.abort(given.waybill(), given.message() == null ? "60天无变化" : given.message());
    }

    @PostMapping("/lose")
    CarrierNews.Pushed lose(@RequestBody Given given) {
        return acts.scan(given.waybill(), parcel(given.waybill()).com(), "2", "快件已遗失，正在赔付处理中", "once");
    }

    @PostMapping("/answer")
    WorkOrderBooks.Order answer(@RequestBody Answered answered) {
        if (answered.id() == null || answered.outcome() == null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "name a work order and an outcome: " + List.of(WorkOrderDesk.Outcome.values()));
        }
        return desk.answer(answered.id(), answered.outcome(), answered.minor(), answered.words());
    }

    @PostMapping("/answer-all")
    Map<String, Integer> answerAll(@RequestBody Seeded seeded) {
        return Map.of("answered", desk.answerAll(seeded.seed()));
    }

    @PostMapping("/letter")
    WorkOrderBooks.Order letter(@RequestBody Written written) {
        if (written.carrier() == null || written.waybill() == null || written.number() == null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "name a carrier, a waybill and a number");
        }
        return desk.letter(written.carrier(), written.waybill(), written.number(), written.minor(), written.text());
    }

    /** What carriers wrote back about these numbers, and the lines of their statement. */
    @PostMapping("/post")
    CarrierPlay.Post post(@RequestBody About about) {
        return play.post(about.numbers());
    }

    /** Answers and pays these claims as the seed has it; all that was said and transferred stands in the sandbox's own books. */
    @PostMapping("/play")
    CarrierPlay.Post play(@RequestBody Played played) {
        return play.play(played.seed(), played.numbers());
    }

    /** The carriers send their settlement statement to the shop's letterbox. */
    @PostMapping("/settle")
    Map<String, Object> settle(@RequestBody Settled settled) {
        return desk.settle(settled.shop() == null ? World.SHOP : settled.shop(), settled.carrier());
    }

    @PostMapping("/weather")
    Map<String, CarrierWeather.Sky> weather(@RequestBody Forecast forecast) {
        if (forecast.carrier() == null || forecast.sky() == null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "name a carrier and a sky");
        }
        weather.set(forecast.carrier(), forecast.sky());
        return weather.all();
    }

    @PostMapping("/console")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void console(@RequestBody Console console) {
        acts.console(console.url());
    }

    /** The carriers' settlement statement. */
    @GetMapping(path = "/statement", produces = "text/csv;charset=UTF-8")
    String statement(@RequestParam(required = false) String carrier) {
        return "reference,claim_no,amount_minor,currency,paid_at\n" + orders.payments(carrier).stream().map(paid -> String.join(",",
            paid.reference() == null ? "" : paid.reference(), String.valueOf(paid.claimNo()), String.valueOf(paid.reverses() == null ? paid.amountMinor() : -paid.amountMinor()), paid.currency(),
            paid.paidAt().toString())).collect(Collectors.joining("\n")) + "\n";
    }

    private CarrierBooks.Known parcel(String waybill) {
        return parcels.find(String.valueOf(waybill)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such parcel"));
    }
}
