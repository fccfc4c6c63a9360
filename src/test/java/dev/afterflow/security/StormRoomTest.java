package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.database.TestDatabase;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Attack A-19: a thousand calls a second at a machine's door. The doors are the product's own with five calls a second and a clock
 * that is moved; who is sent away comes back when told, and nothing is lost or taken twice.
 */
@RoomTest
class StormRoomTest {

    private static final int RATE = 5;
    private static final int SENT = 12;

    @Autowired
    WebApplicationContext house;
    @Autowired
    Answers answers;
    @Autowired
    Denials denials;
    @Autowired
    Keys keys;
    @Autowired
    Shops shops;
    @Autowired
    JsonMapper json;
    @Value("${spring.datasource.url}")
    String url;
    private final String shop = "storm-" + UUID.randomUUID().toString().substring(0, 8);
    private final Hand hand = new Hand();
    private JdbcClient owner;
    private MockMvc doors;
    private String token;

    @BeforeEach
    void open() throws Exception {
        owner = JdbcClient.create(TestDatabase.superuser(url));
        shops.open(new Shop(shop, Prefixes.fresh(), "风暴", "Storm", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        token = UUID.randomUUID().toString().replace("-", "");
        owner.sql("insert into payments.hook (provider, shop_id, token) values ('sandbox', :shop, :token)").param("shop", shop).param("token", token).update();
        Doors made = new Doors(answers, denials, new Settings(false, 1_000, 1_000, 1_000, RATE), hand);
        Filter chains = new FilterChainProxy(List.of(made.machineDoor(house.getBean(HttpSecurity.class), keys), made.signedDoor(house.getBean(HttpSecurity.class))));
        doors = MockMvcBuilders.webAppContextSetup(house).addFilters(chains).build();
    }

    @Test
    void noticesBeyondTheRateAreToldWhenToComeAndEachIsKeptOnce() throws Exception {
        List<String> waiting = IntStream.range(0, SENT).mapToObj(n -> "{\"event_id\":\"%s-%d\",\"refund_no\":\"R-NOBODY\",\"status\":\"SUCCESS\"}".formatted(shop, n)).toList();
        for (int left = SENT; left > 0; left -= RATE) {
            waiting = storm(waiting, this::notice, left);
            assertThat(kept()).isEqualTo(SENT - waiting.size());
            hand.on();
        }
        assertThat(waiting).isEmpty();
        assertThat(kept()).isEqualTo(SENT);
    }

    @Test
    void oneAddressThatStormsHoldsUpNoOtherAndMadeUpTokensWinNothing() throws Exception {
        for (int n = 0; n < RATE; n++) {
            assertThat(from("203.0.113.7", "/api/notices/payments/sandbox/" + UUID.randomUUID(), "{}").getStatus()).isEqualTo(404);
        }
        MockHttpServletResponse refused = from("203.0.113.7", "/api/notices/payments/alipay/" + UUID.randomUUID(), "{}");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(from("203.0.113.8", "/api/notices/payments/sandbox/" + token, "{}").getStatus()).as("unsigned, and heard").isEqualTo(401);
    }

    @Test
    void aKeyIsCountedByKindOfRowAndWhatWasRefusedComesInLater() throws Exception {
        String key = key("intake:stock", "intake:receipts");
        List<String> counts = IntStream.range(0, SENT).mapToObj(n -> "{\"sku\":\"%s-%d\",\"available\":3,\"at\":\"%s\"}".formatted(shop, n, Instant.now())).toList();
        List<String> waiting = counts;
        for (int left = SENT; left > 0; left -= RATE) {
            waiting = storm(waiting, row -> intake(key, "stock", row), left);
            String receipt = "{\"receiptId\":\"%s-%d\",\"waybill\":\"NOBODYS\",\"receivedAt\":\"%s\",\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}".formatted(shop, left, Instant.now());
            assertThat(taken(intake(key, "receipts", receipt), "accepted")).as("the warehouse's receipts have a rate of their own").isTrue();
            hand.on();
        }
        for (String row : counts) {
            assertThat(taken(intake(key, "stock", row), "duplicate")).as(row).isTrue();
            hand.on();
        }
    }

    @Test
    void theWarehousesReceiptsHaveTheSameRate() throws Exception {
        String key = key("intake:receipts");
        List<String> rows = IntStream.range(0, SENT).mapToObj(n -> "{\"receiptId\":\"%s-%d\",\"waybill\":\"NOBODYS\",\"receivedAt\":\"%s\",\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}"
                .formatted(shop, n, Instant.now())).toList();
        List<String> waiting = storm(rows, row -> intake(key, "receipts", row), SENT);
        assertThat(waiting).containsExactlyElementsOf(rows.subList(RATE, SENT));
        hand.on();
        assertThat(taken(intake(key, "receipts", waiting.get(0)), "accepted")).isTrue();
        assertThat(taken(intake(key, "receipts", rows.get(0)), "duplicate")).isTrue();
    }

    /** Sends them all within one second; those that were sent away, each with a time to come again. */
    private List<String> storm(List<String> bodies, Door door, int left) throws Exception {
        List<String> refused = new ArrayList<>();
        for (String body : bodies) {
            MockHttpServletResponse answer = door.send(body);
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isIn(200, 429);
            if (answer.getStatus() == 429) {
                assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
                assertThat(answer.getContentAsString()).contains("request.tooMany");
                refused.add(body);
            }
        }
        assertThat(refused).hasSize(Math.max(0, left - RATE));
        return refused;
    }

    private interface Door {

        MockHttpServletResponse send(String body) throws Exception;
    }

    private MockHttpServletResponse notice(String body) throws Exception {
        String time = String.valueOf(Instant.now().getEpochSecond());
        return answer(MockMvcRequestBuilders.post("/api/notices/payments/sandbox/" + token).header("Sandbox-Timestamp", time).header("Sandbox-Nonce", "n")
                .header("Sandbox-Signature", signature(time + "\nn\n" + body + "\n")), body);
    }

    private MockHttpServletResponse from(String address, String path, String body) throws Exception {
        return answer(MockMvcRequestBuilders.post(path).with(request -> {
            request.setRemoteAddr(address);
            return request;
        }), body);
    }

    private MockHttpServletResponse intake(String key, String kind, String body) throws Exception {
        return answer(MockMvcRequestBuilders.post("/api/intake/" + kind).header("Authorization", "Bearer " + key), body);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String body) throws Exception {
        return doors.perform(request.contentType("application/json").content(body.getBytes(StandardCharsets.UTF_8))).andReturn().getResponse();
    }

    private boolean taken(MockHttpServletResponse answer, String how) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return json.readTree(answer.getContentAsString()).path(how).asInt() == 1;
    }

    private String key(String... scopes) {
        String text = KeyText.fresh();
        keys.add("storm", text, List.of(new Keys.Grant(shop, List.of(scopes))), Who.SYSTEM, false);
        return text;
    }

    private int kept() {
        return owner.sql("select count(*) from payments.inbox where shop_id = :shop").param("shop", shop).query(Integer.class).single();
    }

    private static String signature(String signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("sandbox-demo-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Time at the doors, moved by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.now();

        void on() {
            now = now.plusSeconds(1);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
