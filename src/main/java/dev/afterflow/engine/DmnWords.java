package dev.afterflow.engine;

import java.util.List;

/** The part of DMN that our tables may use: tables and inputs, no functions, no other languages. */
final class DmnWords {

    private static final String GRAMMAR = """
            @base id name label
            dmn:definitions id name namespace exporter exporterVersion
            dmn:decision @base camundadmn:historyTimeToLive camundadmn:versionTag
            dmn:description=LITERAL
            dmn:extensionElements
            dmn:variable @base typeRef
            dmn:informationRequirement id
            dmn:requiredDecision href
            dmn:requiredInput href
            dmn:inputData @base
            dmn:decisionTable @base hitPolicy aggregation preferredOrientation outputLabel
            dmn:input @base camundadmn:inputVariable=FACT
            dmn:inputExpression id typeRef expressionLanguage
            dmn:inputValues id expressionLanguage
            dmn:output @base typeRef
            dmn:outputValues id expressionLanguage
            dmn:defaultOutputEntry id expressionLanguage typeRef
            dmn:rule @base
            dmn:inputEntry @base expressionLanguage
            dmn:outputEntry @base expressionLanguage
            dmn:annotation @base
            dmn:annotationEntry @base
            dmn:text=FEEL
            dmndi:DMNDI id
            dmndi:DMNDiagram id name
            dmndi:DMNShape id dmnElementRef isListedInputData isCollapsed
            dmndi:DMNEdge id dmnElementRef
            dmndi:DMNLabel id
            dmndi:Size width height
            dmndc:Bounds x y width height
            dmni:Size width height
            dmni:waypoint x y
            """;

    static final Words WORDS = new Words(GRAMMAR, List.of("modeler:", "biodi:", "bioc:", "color:"));

    private DmnWords() {
    }
}
