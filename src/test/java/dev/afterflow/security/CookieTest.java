package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import tools.jackson.databind.json.JsonMapper;

class CookieTest {

    private final CookieSerializer cookies = new Sessions().sessionCookie();
    private final Manners manners = new Manners(new Answers(JsonMapper.shared()));

    @Test
    void overTlsTheCookieIsBoundToTheHost() {
        assertThat(written(true)).startsWith("__Host-sid=").contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void onThisMachineItIsPlain() {
        assertThat(written(false)).startsWith("sid=").contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    }

    @Test
    void overTlsThePlainCookieIsNotLookedAt() {
        MockHttpServletRequest request = request(true, "desk.example");
        request.setCookies(new Cookie("sid", "c29tZXRoaW5n"));

        assertThat(cookies.readCookieValues(request)).isEmpty();
    }

    @Test
    void overTlsAnyNameIsServedAndThePageIsHeldToIt() {
        MockHttpServletRequest own = request(true, "desk.example");
        own.addHeader("Origin", "https://desk.example");
        MockHttpServletRequest foreign = request(true, "desk.example");
        foreign.addHeader("Origin", "http://desk.example");

        assertThatCode(() -> manners.admit(own)).doesNotThrowAnyException();
        assertThatThrownBy(() -> manners.admit(foreign)).isInstanceOf(Problem.class);
    }

    @Test
    void overPlainHttpOnlyThisMachinesNamesAreServed() {
        PlainHttp plain = new PlainHttp(new Answers(JsonMapper.shared()));

        assertThatThrownBy(() -> plain.admit(request(false, "desk.example"))).isInstanceOf(Problem.class);
        assertThatCode(() -> plain.admit(request(true, "desk.example"))).doesNotThrowAnyException();
        assertThatCode(() -> plain.admit(request(false, "localhost"))).doesNotThrowAnyException();
        assertThatCode(() -> plain.admit(request(false, "127.0.0.1"))).doesNotThrowAnyException();
    }

    private String written(boolean secure) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.writeCookieValue(new CookieValue(request(secure, "localhost"), response, "some-session"));
        return response.getHeader("Set-Cookie");
    }

    private static MockHttpServletRequest request(boolean secure, String host) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/session");
        request.setSecure(secure);
        request.setScheme(secure ? "https" : "http");
        request.setServerName(host);
        request.setServerPort(secure ? 443 : 8080);
        return request;
    }
}
