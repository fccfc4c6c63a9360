package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Reads the rule at every handler, so that none is open by being forgotten. */
@RoomTest
class EveryHandlerTest {

    /** Controllers that hold a rule for anybody: log-in, errors, notices that prove themselves by signature, the sandbox. */
    private static final List<String> OPEN_CONTROLLERS = List.of("SessionDesk", "FirstAdminDesk", "ErrorPage", "NoticeController",
            "PayController", "AlipayController", "WechatController", "StripeController", "StripeTill", "SmsController", "MarketplaceController", "WorldController", "WarehouseController", "MemoController", "ParcelController",
            "KuaidiController", "AfterShipController", "WorkOrderController", "CarrierActsController", "ProviderActsController", "TrackingNewsController",
            "PayMistakes", "FactorDesk", "InvitationDesk", "MischiefController", "MarketNewsController", "TopController", "ShopifyController",
            "MarketActsController");

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Test
    void everyHandlerOfOursHasARuleAndOnlyFewAreOpen() {
        List<HandlerMethod> ours = handlers();

        assertThat(ours).allSatisfy(method -> assertThat(RuleFirst.rule(method)).as("rule of " + method).isNotNull());
        assertThat(ours.stream().filter(method -> open(RuleFirst.rule(method)))
                .map(method -> method.getBeanType().getSimpleName()).distinct())
                .isSubsetOf(OPEN_CONTROLLERS);
    }

    @Test
    void noHandlerAnswersAReadAndAChangeAlike() {
        assertThat(mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> RuleFirst.ours(entry.getValue()) && !entry.getValue().getBeanType().equals(ErrorPage.class))
                .filter(entry -> entry.getKey().getMethodsCondition().getMethods().size() != 1)
                .map(entry -> entry.getValue().toString())).isEmpty();
    }

    private List<HandlerMethod> handlers() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(RuleFirst::ours).toList();
    }

    private static boolean open(PreAuthorize rule) {
        return rule.value().equals("permitAll()") || rule.value().equals("isAuthenticated()");
    }
}
