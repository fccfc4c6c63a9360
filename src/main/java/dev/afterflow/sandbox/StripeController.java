package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's interface as its document has it: a bearer key, forms, idempotency keys that remember what was said, lists in pages. */
@Hidden
@RestController
@RequestMapping("/sandbox/stripe/v1")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class StripeController {

    private final StripeHouse house;
    private final StripeDesk desk;
    private final StripeDisputeDesk disputes;
    private final StripeBooks books;
    private final StripeWords words;
    private final PayDesk bank;
    private final PlayedTrades trades;
    private final ProviderLimits limits;
    private final JsonMapper json;

    StripeController(StripeHouse house, StripeDesk desk, StripeDisputeDesk disputes, StripeBooks books, StripeWords words, PayDesk bank, PlayedTrades trades,
            ProviderLimits limits, JsonMapper json) {
        this.house = house;
        this.desk = desk;
        this.disputes = disputes;
        this.books = books;
        this.words = words;
        this.bank = bank;
        this.trades = trades;
        this.limits = limits;
        this.json = json;
    }

    @PostMapping("/refunds")
    void refund(HttpServletRequest request, HttpServletResponse response) throws IOException {
        once(request, response, form -> desk.refund(form, request.getHeader("Idempotency-Key")));
    }

    @GetMapping("/refunds")
    void refunds(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String payment = Optional.ofNullable(request.getParameter("payment_intent")).orElse(String.valueOf(request.getParameter("charge")));
        list(request, response, () -> trades.lock(StripeHouse.WORD, payment).stream().flatMap(trade -> books.refunds(trade.tradeNo()).stream())
            .map(kept -> words.refund(bank.find(StripeHouse.MERCHANT, kept.wanted().refundNo()).orElse(kept))).toList());
    }

    @GetMapping("/balance_transactions")
    void balance(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long from = Long.parseLong(Optional.ofNullable(request.getParameter("created[gte]")).orElse("0"));
        long until = Long.parseLong(Optional.ofNullable(request.getParameter("created[lt]")).orElse("4102444800"));
        boolean whole = "data.source".equals(request.getParameter("expand[]"));
        String type = Optional.ofNullable(request.getParameter("type")).orElse("refund");
        list(request, response, () -> !type.equals("refund") ? List.of() : books.moved(from, until).stream().flatMap(line ->
            bank.find(StripeHouse.MERCHANT, line.refundNo()).stream().map(kept -> words.line(line, kept, whole))).toList());
    }

    @PostMapping("/files")
    void file(@RequestParam MultipartFile file, @RequestParam String purpose, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!known(request, response)) {
            return;
        }
        write(response, purpose.equals("dispute_evidence") ? 200 : 400, json.writeValueAsString(Map.of("id", books.file(file.getBytes()), "object", "file",
            "purpose", purpose, "size", file.getSize())));
    }

    @GetMapping("/disputes")
    void disputes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long from = Long.parseLong(Optional.ofNullable(request.getParameter("created[gte]")).orElse("0"));
        list(request, response, () -> books.since(from).stream().map(words::dispute).toList());
    }

    @GetMapping("/disputes/{id}")
    void dispute(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (known(request, response)) {
            Optional<Map<String, Object>> found = books.dispute(id).map(words::dispute);
            write(response, found.isPresent() ? 200 : 404, json.writeValueAsString(found.orElseGet(() ->
                StripeWords.error("invalid_request_error", "resource_missing", "id", "No such dispute"))));
        }
    }

    @PostMapping("/disputes/{id}")
    void put(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        once(request, response, form -> disputes.put(id, form));
    }

    @PostMapping("/disputes/{id}/close")
    void close(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        once(request, response, form -> disputes.close(id));
    }

    @GetMapping("/webhook_endpoints")
    void hooks(HttpServletRequest request, HttpServletResponse response) throws IOException {
        list(request, response, () -> books.hooks().stream().map(hook -> StripeWords.hook(hook, false)).toList());
    }

    @PostMapping("/webhook_endpoints")
    void hook(HttpServletRequest request, HttpServletResponse response) throws IOException {
        once(request, response, form -> new StripeDesk.Said(200, StripeWords.hook(books.hook(form.getOrDefault("url", "")), true), PayFault.NONE, true));
    }

    @PostMapping("/webhook_endpoints/{id}")
    void enable(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        once(request, response, form -> books.enable(id, !"true".equals(form.get("disabled")))
            .map(hook -> new StripeDesk.Said(200, StripeWords.hook(hook, false), PayFault.NONE, true))
            .orElseGet(() -> StripeDesk.refused(404, "invalid_request_error", "resource_missing", "id", "No such endpoint")));
    }

    @DeleteMapping("/webhook_endpoints/{id}")
    void forget(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (known(request, response)) {
            write(response, books.forget(id) ? 200 : 404, json.writeValueAsString(Map.of("id", id, "deleted", true)));
        }
    }

    private interface Doing {

        StripeDesk.Said with(Map<String, String> form);
    }

    /** What was said under a key is said again, whatever it was; other words under it are refused. */
    private void once(HttpServletRequest request, HttpServletResponse response, Doing doing) throws IOException {
        if (!known(request, response)) {
            return;
        }
        Map<String, String> form = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
        String key = String.valueOf(request.getHeader("Idempotency-Key"));
        String asked = request.getRequestURI() + form;
        Optional<StripeBooks.Said> before = books.said(key);
        if (before.isPresent() && !before.get().form().equals(asked)) {
            write(response, 400, json.writeValueAsString(StripeWords.error("idempotency_error", null, null, "Keys for idempotent requests can only be used with the same parameters")));
            return;
        }
        if (before.isPresent()) {
            response.setHeader("Idempotent-Replayed", "true");
            write(response, before.get().status(), before.get().body());
            return;
        }
        StripeDesk.Said said = doing.with(form);
        String body = json.writeValueAsString(said.words());
        if (said.kept() && said.fault() != PayFault.LATE) {
            books.say(key, new StripeBooks.Said(asked, said.status(), body));
        }
        answer(response, said, body);
    }

    private static void answer(HttpServletResponse response, StripeDesk.Said said, String body) throws IOException {
        switch (said.fault()) {
            case LOSE_REPLY, LATE -> hangUp(response);
            case GARBLE -> write(response, said.status(), body.substring(0, body.length() / 2));
            default -> write(response, said.status(), body);
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response, Supplier<List<Map<String, Object>>> all) throws IOException {
        if (known(request, response)) {
            int limit = Integer.parseInt(Optional.ofNullable(request.getParameter("limit")).orElse("10"));
            write(response, 200, json.writeValueAsString(StripeWords.list(all.get(), Math.min(100, limit), request.getParameter("starting_after"))));
        }
    }

    private boolean known(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean known = house.knows(request.getHeader("Authorization"));
        if (!known) {
            write(response, 401, json.writeValueAsString(StripeWords.error("invalid_request_error", null, null, "Invalid API Key provided")));
        } else if (!limits.takes(StripeHouse.WORD)) {
            write(response, 429, json.writeValueAsString(StripeWords.error("invalid_request_error", "rate_limit", null, "Too many requests")));
            return false;
        }
        return known;
    }

    private static void write(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setHeader("Request-Id", "req_" + UUID.randomUUID().toString().substring(0, 13));
        response.setContentType("application/json");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Promises more than it sends, so that the connection breaks in the middle of the answer. */
    private static void hangUp(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.setContentLength(4096);
        response.getOutputStream().write('{');
        response.flushBuffer();
    }
}
