'use strict';
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf,
  __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) =>
  function () {
    try {
      return (mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports);
    } catch (e) {
      throw ((mod = 0), e);
    }
  };
var __export = (target, all) => {
    for (var name in all) __defProp(target, name, { get: all[name], enumerable: !0 });
  },
  __copyProps = (to, from, except2, desc) => {
    if ((from && typeof from == 'object') || typeof from == 'function')
      for (let key of __getOwnPropNames(from))
        !__hasOwnProp.call(to, key) &&
          key !== except2 &&
          __defProp(to, key, {
            get: () => from[key],
            enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable,
          });
    return to;
  };
var __toESM = (mod, isNodeMode, target) => (
    (target = mod != null ? __create(__getProtoOf(mod)) : {}),
    __copyProps(
      isNodeMode || !mod || !mod.__esModule ? __defProp(target, 'default', { value: mod, enumerable: !0 }) : target,
      mod,
    )
  ),
  __toCommonJS = (mod) => __copyProps(__defProp({}, '__esModule', { value: !0 }), mod);
var require_fast_deep_equal = __commonJS({
  '../node_modules/fast-deep-equal/index.js'(exports2, module2) {
    'use strict';
    module2.exports = function equal(a, b) {
      if (a === b) return !0;
      if (a && b && typeof a == 'object' && typeof b == 'object') {
        if (a.constructor !== b.constructor) return !1;
        var length, i, keys;
        if (Array.isArray(a)) {
          if (((length = a.length), length != b.length)) return !1;
          for (i = length; i-- !== 0;) if (!equal(a[i], b[i])) return !1;
          return !0;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        if (((keys = Object.keys(a)), (length = keys.length), length !== Object.keys(b).length)) return !1;
        for (i = length; i-- !== 0;) if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return !1;
        for (i = length; i-- !== 0;) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return !1;
        }
        return !0;
      }
      return a !== a && b !== b;
    };
  },
});
var require_equal = __commonJS({
  '../node_modules/ajv/dist/runtime/equal.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports2.default = equal;
  },
});
var require_ucs2length = __commonJS({
  '../node_modules/ajv/dist/runtime/ucs2length.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    function ucs2length(str) {
      let len = str.length,
        length = 0,
        pos = 0,
        value;
      for (; pos < len;)
        (length++,
          (value = str.charCodeAt(pos++)),
          value >= 55296 &&
            value <= 56319 &&
            pos < len &&
            ((value = str.charCodeAt(pos)), (value & 64512) === 56320 && pos++));
      return length;
    }
    exports2.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  },
});
var require_compiled_schemas = __commonJS({
  'engine/compiled-schemas.ts'(exports2) {
    'use strict';
    exports2.schema0 = validate20;
    function validate20(
      data,
      { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
    ) {
      let vErrors = null,
        errors = 0,
        evaluated0 = validate20.evaluated;
      if (
        (evaluated0.dynamicProps && (evaluated0.props = void 0),
        evaluated0.dynamicItems && (evaluated0.items = void 0),
        errors === 0)
      )
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing0;
          if (data.budgets === void 0 && (missing0 = 'budgets'))
            return (
              (validate20.errors = [
                { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
              ]),
              !1
            );
          {
            let _errs1 = errors;
            for (let key0 in data)
              if (key0 !== 'budgets') {
                return (
                  (validate20.errors = [
                    {
                      instancePath,
                      schemaPath: '#/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key0 },
                    },
                  ]),
                  !1
                );
                break;
              }
            if (_errs1 === errors && data.budgets !== void 0) {
              let data0 = data.budgets;
              if (errors === errors)
                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                  let missing1;
                  if (
                    (data0.web_desired_usd === void 0 && (missing1 = 'web_desired_usd')) ||
                    (data0.stack_desired_usd === void 0 && (missing1 = 'stack_desired_usd')) ||
                    (data0.stack_maximum_usd === void 0 && (missing1 = 'stack_maximum_usd'))
                  )
                    return (
                      (validate20.errors = [
                        {
                          instancePath: instancePath + '/budgets',
                          schemaPath: '#/properties/budgets/required',
                          keyword: 'required',
                          params: { missingProperty: missing1 },
                        },
                      ]),
                      !1
                    );
                  {
                    let _errs4 = errors;
                    for (let key1 in data0)
                      if (!(
                        key1 === 'web_desired_usd' ||
                        key1 === 'stack_desired_usd' ||
                        key1 === 'stack_maximum_usd'
                      )) {
                        return (
                          (validate20.errors = [
                            {
                              instancePath: instancePath + '/budgets',
                              schemaPath: '#/properties/budgets/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key1 },
                            },
                          ]),
                          !1
                        );
                        break;
                      }
                    if (_errs4 === errors) {
                      if (data0.web_desired_usd !== void 0) {
                        let data1 = data0.web_desired_usd,
                          _errs5 = errors;
                        if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                          return (
                            (validate20.errors = [
                              {
                                instancePath: instancePath + '/budgets/web_desired_usd',
                                schemaPath: '#/properties/budgets/properties/web_desired_usd/type',
                                keyword: 'type',
                                params: { type: 'integer' },
                              },
                            ]),
                            !1
                          );
                        if (errors === _errs5 && typeof data1 == 'number' && isFinite(data1)) {
                          if (data1 > 1e6 || isNaN(data1))
                            return (
                              (validate20.errors = [
                                {
                                  instancePath: instancePath + '/budgets/web_desired_usd',
                                  schemaPath: '#/properties/budgets/properties/web_desired_usd/maximum',
                                  keyword: 'maximum',
                                  params: { comparison: '<=', limit: 1e6 },
                                },
                              ]),
                              !1
                            );
                          if (data1 < 0 || isNaN(data1))
                            return (
                              (validate20.errors = [
                                {
                                  instancePath: instancePath + '/budgets/web_desired_usd',
                                  schemaPath: '#/properties/budgets/properties/web_desired_usd/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                },
                              ]),
                              !1
                            );
                        }
                        var valid1 = _errs5 === errors;
                      } else var valid1 = !0;
                      if (valid1) {
                        if (data0.stack_desired_usd !== void 0) {
                          let data2 = data0.stack_desired_usd,
                            _errs7 = errors;
                          if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2)))
                            return (
                              (validate20.errors = [
                                {
                                  instancePath: instancePath + '/budgets/stack_desired_usd',
                                  schemaPath: '#/properties/budgets/properties/stack_desired_usd/type',
                                  keyword: 'type',
                                  params: { type: 'integer' },
                                },
                              ]),
                              !1
                            );
                          if (errors === _errs7 && typeof data2 == 'number' && isFinite(data2)) {
                            if (data2 > 1e6 || isNaN(data2))
                              return (
                                (validate20.errors = [
                                  {
                                    instancePath: instancePath + '/budgets/stack_desired_usd',
                                    schemaPath: '#/properties/budgets/properties/stack_desired_usd/maximum',
                                    keyword: 'maximum',
                                    params: { comparison: '<=', limit: 1e6 },
                                  },
                                ]),
                                !1
                              );
                            if (data2 < 0 || isNaN(data2))
                              return (
                                (validate20.errors = [
                                  {
                                    instancePath: instancePath + '/budgets/stack_desired_usd',
                                    schemaPath: '#/properties/budgets/properties/stack_desired_usd/minimum',
                                    keyword: 'minimum',
                                    params: { comparison: '>=', limit: 0 },
                                  },
                                ]),
                                !1
                              );
                          }
                          var valid1 = _errs7 === errors;
                        } else var valid1 = !0;
                        if (valid1)
                          if (data0.stack_maximum_usd !== void 0) {
                            let data3 = data0.stack_maximum_usd,
                              _errs9 = errors;
                            if (!(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3) && isFinite(data3)))
                              return (
                                (validate20.errors = [
                                  {
                                    instancePath: instancePath + '/budgets/stack_maximum_usd',
                                    schemaPath: '#/properties/budgets/properties/stack_maximum_usd/type',
                                    keyword: 'type',
                                    params: { type: 'integer' },
                                  },
                                ]),
                                !1
                              );
                            if (errors === _errs9 && typeof data3 == 'number' && isFinite(data3)) {
                              if (data3 > 1e6 || isNaN(data3))
                                return (
                                  (validate20.errors = [
                                    {
                                      instancePath: instancePath + '/budgets/stack_maximum_usd',
                                      schemaPath: '#/properties/budgets/properties/stack_maximum_usd/maximum',
                                      keyword: 'maximum',
                                      params: { comparison: '<=', limit: 1e6 },
                                    },
                                  ]),
                                  !1
                                );
                              if (data3 < 0 || isNaN(data3))
                                return (
                                  (validate20.errors = [
                                    {
                                      instancePath: instancePath + '/budgets/stack_maximum_usd',
                                      schemaPath: '#/properties/budgets/properties/stack_maximum_usd/minimum',
                                      keyword: 'minimum',
                                      params: { comparison: '>=', limit: 0 },
                                    },
                                  ]),
                                  !1
                                );
                            }
                            var valid1 = _errs9 === errors;
                          } else var valid1 = !0;
                      }
                    }
                  }
                } else
                  return (
                    (validate20.errors = [
                      {
                        instancePath: instancePath + '/budgets',
                        schemaPath: '#/properties/budgets/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ]),
                    !1
                  );
            }
          }
        } else
          return (
            (validate20.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }]),
            !1
          );
      return ((validate20.errors = vErrors), errors === 0);
    }
    validate20.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
    exports2.schema1 = validate21;
    var schema32 = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Enforcement of the rules',
        description:
          'What a finding does, apart from how severe it is: block fails the run, warn is only shown, off is not shown.',
        type: 'object',
        additionalProperties: !1,
        required: ['enforcement'],
        properties: {
          enforcement: {
            description: 'The enforcement.',
            type: 'object',
            additionalProperties: !1,
            required: ['default', 'rules'],
            properties: {
              default: { description: 'For every rule that has no entry of its own.', enum: ['block', 'warn', 'off'] },
              rules: {
                description: 'Exceptions by rule id, such as NET-001.',
                type: 'object',
                additionalProperties: !1,
                patternProperties: {
                  '^[A-Z][A-Z0-9]*-[0-9]{3}$': {
                    description: 'The enforcement of this rule.',
                    enum: ['block', 'warn', 'off'],
                  },
                },
              },
            },
          },
        },
        $id: 'enforcement.schema.json',
      },
      pattern4 = new RegExp('^[A-Z][A-Z0-9]*-[0-9]{3}$', 'u');
    function validate21(
      data,
      { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
    ) {
      let vErrors = null,
        errors = 0,
        evaluated0 = validate21.evaluated;
      if (
        (evaluated0.dynamicProps && (evaluated0.props = void 0),
        evaluated0.dynamicItems && (evaluated0.items = void 0),
        errors === 0)
      )
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing0;
          if (data.enforcement === void 0 && (missing0 = 'enforcement'))
            return (
              (validate21.errors = [
                { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
              ]),
              !1
            );
          {
            let _errs1 = errors;
            for (let key0 in data)
              if (key0 !== 'enforcement') {
                return (
                  (validate21.errors = [
                    {
                      instancePath,
                      schemaPath: '#/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key0 },
                    },
                  ]),
                  !1
                );
                break;
              }
            if (_errs1 === errors && data.enforcement !== void 0) {
              let data0 = data.enforcement;
              if (errors === errors)
                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                  let missing1;
                  if (
                    (data0.default === void 0 && (missing1 = 'default')) ||
                    (data0.rules === void 0 && (missing1 = 'rules'))
                  )
                    return (
                      (validate21.errors = [
                        {
                          instancePath: instancePath + '/enforcement',
                          schemaPath: '#/properties/enforcement/required',
                          keyword: 'required',
                          params: { missingProperty: missing1 },
                        },
                      ]),
                      !1
                    );
                  {
                    let _errs4 = errors;
                    for (let key1 in data0)
                      if (!(key1 === 'default' || key1 === 'rules')) {
                        return (
                          (validate21.errors = [
                            {
                              instancePath: instancePath + '/enforcement',
                              schemaPath: '#/properties/enforcement/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key1 },
                            },
                          ]),
                          !1
                        );
                        break;
                      }
                    if (_errs4 === errors) {
                      if (data0.default !== void 0) {
                        let data1 = data0.default,
                          _errs5 = errors;
                        if (!(data1 === 'block' || data1 === 'warn' || data1 === 'off'))
                          return (
                            (validate21.errors = [
                              {
                                instancePath: instancePath + '/enforcement/default',
                                schemaPath: '#/properties/enforcement/properties/default/enum',
                                keyword: 'enum',
                                params: { allowedValues: schema32.properties.enforcement.properties.default.enum },
                              },
                            ]),
                            !1
                          );
                        var valid1 = _errs5 === errors;
                      } else var valid1 = !0;
                      if (valid1)
                        if (data0.rules !== void 0) {
                          let data2 = data0.rules,
                            _errs6 = errors;
                          if (errors === _errs6)
                            if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
                              let _errs8 = errors;
                              for (let key2 in data2)
                                if (!pattern4.test(key2)) {
                                  return (
                                    (validate21.errors = [
                                      {
                                        instancePath: instancePath + '/enforcement/rules',
                                        schemaPath: '#/properties/enforcement/properties/rules/additionalProperties',
                                        keyword: 'additionalProperties',
                                        params: { additionalProperty: key2 },
                                      },
                                    ]),
                                    !1
                                  );
                                  break;
                                }
                              if (_errs8 === errors) {
                                var valid2 = !0;
                                for (let key3 in data2)
                                  if (pattern4.test(key3)) {
                                    let data3 = data2[key3],
                                      _errs9 = errors;
                                    if (!(data3 === 'block' || data3 === 'warn' || data3 === 'off'))
                                      return (
                                        (validate21.errors = [
                                          {
                                            instancePath:
                                              instancePath +
                                              '/enforcement/rules/' +
                                              key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                                            schemaPath:
                                              '#/properties/enforcement/properties/rules/patternProperties/%5E%5BA-Z%5D%5BA-Z0-9%5D*-%5B0-9%5D%7B3%7D%24/enum',
                                            keyword: 'enum',
                                            params: {
                                              allowedValues:
                                                schema32.properties.enforcement.properties.rules.patternProperties[
                                                  '^[A-Z][A-Z0-9]*-[0-9]{3}$'
                                                ].enum,
                                            },
                                          },
                                        ]),
                                        !1
                                      );
                                    var valid2 = _errs9 === errors;
                                    if (!valid2) break;
                                  }
                              }
                            } else
                              return (
                                (validate21.errors = [
                                  {
                                    instancePath: instancePath + '/enforcement/rules',
                                    schemaPath: '#/properties/enforcement/properties/rules/type',
                                    keyword: 'type',
                                    params: { type: 'object' },
                                  },
                                ]),
                                !1
                              );
                          var valid1 = _errs6 === errors;
                        } else var valid1 = !0;
                    }
                  }
                } else
                  return (
                    (validate21.errors = [
                      {
                        instancePath: instancePath + '/enforcement',
                        schemaPath: '#/properties/enforcement/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ]),
                    !1
                  );
            }
          }
        } else
          return (
            (validate21.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }]),
            !1
          );
      return ((validate21.errors = vErrors), errors === 0);
    }
    validate21.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
    exports2.schema2 = validate22;
    var schema33 = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Declared network flows',
        description:
          'The positive list of network flows between tiers. A flow that is not listed may not be open, and a listed flow must be open from end to end.',
        type: 'object',
        additionalProperties: !1,
        required: ['flows'],
        properties: {
          flows: {
            description: 'The flows, each from one tier to another on one port.',
            type: 'array',
            minItems: 1,
            uniqueItems: !0,
            items: {
              description: 'One flow.',
              type: 'object',
              additionalProperties: !1,
              required: ['from', 'to', 'protocol', 'port'],
              properties: {
                from: {
                  description: 'The tier that opens the connection.',
                  enum: ['internet', 'alb', 'app', 'db', 'endpoint'],
                },
                to: {
                  description:
                    'The tier that accepts the connection. Nothing may flow to the Internet unless it is declared here.',
                  enum: ['internet', 'alb', 'app', 'db', 'endpoint'],
                },
                protocol: { description: 'The transport protocol.', enum: ['tcp', 'udp'] },
                port: {
                  description: 'The destination port, a number from 1 to 65535.',
                  type: 'integer',
                  minimum: 1,
                  maximum: 65535,
                },
              },
            },
          },
        },
        $id: 'flows.schema.json',
      },
      func0 = require_equal().default;
    function validate22(
      data,
      { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
    ) {
      let vErrors = null,
        errors = 0,
        evaluated0 = validate22.evaluated;
      if (
        (evaluated0.dynamicProps && (evaluated0.props = void 0),
        evaluated0.dynamicItems && (evaluated0.items = void 0),
        errors === 0)
      )
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing0;
          if (data.flows === void 0 && (missing0 = 'flows'))
            return (
              (validate22.errors = [
                { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
              ]),
              !1
            );
          {
            let _errs1 = errors;
            for (let key0 in data)
              if (key0 !== 'flows') {
                return (
                  (validate22.errors = [
                    {
                      instancePath,
                      schemaPath: '#/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key0 },
                    },
                  ]),
                  !1
                );
                break;
              }
            if (_errs1 === errors && data.flows !== void 0) {
              let data0 = data.flows;
              if (errors === errors)
                if (Array.isArray(data0)) {
                  if (data0.length < 1)
                    return (
                      (validate22.errors = [
                        {
                          instancePath: instancePath + '/flows',
                          schemaPath: '#/properties/flows/minItems',
                          keyword: 'minItems',
                          params: { limit: 1 },
                        },
                      ]),
                      !1
                    );
                  {
                    var valid1 = !0;
                    let len0 = data0.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data1 = data0[i0],
                        _errs4 = errors;
                      if (errors === _errs4)
                        if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                          let missing1;
                          if (
                            (data1.from === void 0 && (missing1 = 'from')) ||
                            (data1.to === void 0 && (missing1 = 'to')) ||
                            (data1.protocol === void 0 && (missing1 = 'protocol')) ||
                            (data1.port === void 0 && (missing1 = 'port'))
                          )
                            return (
                              (validate22.errors = [
                                {
                                  instancePath: instancePath + '/flows/' + i0,
                                  schemaPath: '#/properties/flows/items/required',
                                  keyword: 'required',
                                  params: { missingProperty: missing1 },
                                },
                              ]),
                              !1
                            );
                          {
                            let _errs6 = errors;
                            for (let key1 in data1)
                              if (!(key1 === 'from' || key1 === 'to' || key1 === 'protocol' || key1 === 'port')) {
                                return (
                                  (validate22.errors = [
                                    {
                                      instancePath: instancePath + '/flows/' + i0,
                                      schemaPath: '#/properties/flows/items/additionalProperties',
                                      keyword: 'additionalProperties',
                                      params: { additionalProperty: key1 },
                                    },
                                  ]),
                                  !1
                                );
                                break;
                              }
                            if (_errs6 === errors) {
                              if (data1.from !== void 0) {
                                let data2 = data1.from,
                                  _errs7 = errors;
                                if (!(
                                  data2 === 'internet' ||
                                  data2 === 'alb' ||
                                  data2 === 'app' ||
                                  data2 === 'db' ||
                                  data2 === 'endpoint'
                                ))
                                  return (
                                    (validate22.errors = [
                                      {
                                        instancePath: instancePath + '/flows/' + i0 + '/from',
                                        schemaPath: '#/properties/flows/items/properties/from/enum',
                                        keyword: 'enum',
                                        params: { allowedValues: schema33.properties.flows.items.properties.from.enum },
                                      },
                                    ]),
                                    !1
                                  );
                                var valid2 = _errs7 === errors;
                              } else var valid2 = !0;
                              if (valid2) {
                                if (data1.to !== void 0) {
                                  let data3 = data1.to,
                                    _errs8 = errors;
                                  if (!(
                                    data3 === 'internet' ||
                                    data3 === 'alb' ||
                                    data3 === 'app' ||
                                    data3 === 'db' ||
                                    data3 === 'endpoint'
                                  ))
                                    return (
                                      (validate22.errors = [
                                        {
                                          instancePath: instancePath + '/flows/' + i0 + '/to',
                                          schemaPath: '#/properties/flows/items/properties/to/enum',
                                          keyword: 'enum',
                                          params: { allowedValues: schema33.properties.flows.items.properties.to.enum },
                                        },
                                      ]),
                                      !1
                                    );
                                  var valid2 = _errs8 === errors;
                                } else var valid2 = !0;
                                if (valid2) {
                                  if (data1.protocol !== void 0) {
                                    let data4 = data1.protocol,
                                      _errs9 = errors;
                                    if (!(data4 === 'tcp' || data4 === 'udp'))
                                      return (
                                        (validate22.errors = [
                                          {
                                            instancePath: instancePath + '/flows/' + i0 + '/protocol',
                                            schemaPath: '#/properties/flows/items/properties/protocol/enum',
                                            keyword: 'enum',
                                            params: {
                                              allowedValues: schema33.properties.flows.items.properties.protocol.enum,
                                            },
                                          },
                                        ]),
                                        !1
                                      );
                                    var valid2 = _errs9 === errors;
                                  } else var valid2 = !0;
                                  if (valid2)
                                    if (data1.port !== void 0) {
                                      let data5 = data1.port,
                                        _errs10 = errors;
                                      if (!(
                                        typeof data5 == 'number' &&
                                        !(data5 % 1) &&
                                        !isNaN(data5) &&
                                        isFinite(data5)
                                      ))
                                        return (
                                          (validate22.errors = [
                                            {
                                              instancePath: instancePath + '/flows/' + i0 + '/port',
                                              schemaPath: '#/properties/flows/items/properties/port/type',
                                              keyword: 'type',
                                              params: { type: 'integer' },
                                            },
                                          ]),
                                          !1
                                        );
                                      if (errors === _errs10 && typeof data5 == 'number' && isFinite(data5)) {
                                        if (data5 > 65535 || isNaN(data5))
                                          return (
                                            (validate22.errors = [
                                              {
                                                instancePath: instancePath + '/flows/' + i0 + '/port',
                                                schemaPath: '#/properties/flows/items/properties/port/maximum',
                                                keyword: 'maximum',
                                                params: { comparison: '<=', limit: 65535 },
                                              },
                                            ]),
                                            !1
                                          );
                                        if (data5 < 1 || isNaN(data5))
                                          return (
                                            (validate22.errors = [
                                              {
                                                instancePath: instancePath + '/flows/' + i0 + '/port',
                                                schemaPath: '#/properties/flows/items/properties/port/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 1 },
                                              },
                                            ]),
                                            !1
                                          );
                                      }
                                      var valid2 = _errs10 === errors;
                                    } else var valid2 = !0;
                                }
                              }
                            }
                          }
                        } else
                          return (
                            (validate22.errors = [
                              {
                                instancePath: instancePath + '/flows/' + i0,
                                schemaPath: '#/properties/flows/items/type',
                                keyword: 'type',
                                params: { type: 'object' },
                              },
                            ]),
                            !1
                          );
                      var valid1 = _errs4 === errors;
                      if (!valid1) break;
                    }
                    if (valid1) {
                      let i1 = data0.length,
                        j0;
                      if (i1 > 1) {
                        outer0: for (; i1--;)
                          for (j0 = i1; j0--;)
                            if (func0(data0[i1], data0[j0])) {
                              return (
                                (validate22.errors = [
                                  {
                                    instancePath: instancePath + '/flows',
                                    schemaPath: '#/properties/flows/uniqueItems',
                                    keyword: 'uniqueItems',
                                    params: { i: i1, j: j0 },
                                  },
                                ]),
                                !1
                              );
                              break outer0;
                            }
                      }
                    }
                  }
                } else
                  return (
                    (validate22.errors = [
                      {
                        instancePath: instancePath + '/flows',
                        schemaPath: '#/properties/flows/type',
                        keyword: 'type',
                        params: { type: 'array' },
                      },
                    ]),
                    !1
                  );
            }
          }
        } else
          return (
            (validate22.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }]),
            !1
          );
      return ((validate22.errors = vErrors), errors === 0);
    }
    validate22.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
    exports2.schema3 = validate23;
    var schema34 = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Thresholds of the rules',
        description: 'The numbers and lists that rules compare with. Bounds are inclusive.',
        type: 'object',
        additionalProperties: !1,
        required: ['limits'],
        properties: {
          limits: {
            description: 'The limits.',
            type: 'object',
            additionalProperties: !1,
            required: [
              'group',
              'health_check_grace_period_seconds',
              'cpu_target_percent',
              'refresh_minimum_healthy_percent',
              'instance_classes',
              'database_classes',
              'backup_retention_days',
              'load_balancer_zones',
              'private_subnets',
              'health_check',
            ],
            properties: {
              group: {
                description: 'Bounds of the size of an auto scaling group, in instances.',
                type: 'object',
                additionalProperties: !1,
                required: ['minimum_floor', 'maximum_ceiling'],
                properties: {
                  minimum_floor: {
                    description: "The group's minimum size is at least this many instances.",
                    type: 'integer',
                    minimum: 1,
                    maximum: 1e3,
                  },
                  maximum_ceiling: {
                    description: "The group's maximum size is at most this many instances.",
                    type: 'integer',
                    minimum: 1,
                    maximum: 1e3,
                  },
                },
              },
              health_check_grace_period_seconds: {
                description:
                  'How long a new instance may take before its health counts, in seconds. Below the minimum instances are replaced while they start; above the maximum a dead one is kept too long.',
                type: 'object',
                additionalProperties: !1,
                required: ['min', 'max'],
                properties: {
                  min: { description: 'At least this many seconds.', type: 'integer', minimum: 0, maximum: 86400 },
                  max: { description: 'At most this many seconds.', type: 'integer', minimum: 0, maximum: 86400 },
                },
              },
              cpu_target_percent: {
                description:
                  'The average CPU use that target tracking aims at, in percent. Too low a target keeps the group at its maximum; too high a one leaves no room while instances start.',
                type: 'object',
                additionalProperties: !1,
                required: ['min', 'max'],
                properties: {
                  min: { description: 'At least this many percent.', type: 'integer', minimum: 1, maximum: 100 },
                  max: { description: 'At most this many percent.', type: 'integer', minimum: 1, maximum: 100 },
                },
              },
              refresh_minimum_healthy_percent: {
                description:
                  'The share of the desired capacity that an instance refresh keeps healthy is at least this, in percent.',
                type: 'integer',
                minimum: 0,
                maximum: 100,
              },
              instance_classes: {
                description: 'The EC2 instance types that the web tier may use.',
                type: 'array',
                minItems: 1,
                uniqueItems: !0,
                items: { type: 'string', pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$' },
              },
              database_classes: {
                description: 'The RDS instance classes that the database may use.',
                type: 'array',
                minItems: 1,
                uniqueItems: !0,
                items: { type: 'string', pattern: '^db\\.[a-z0-9-]+\\.[a-z0-9-]+$' },
              },
              backup_retention_days: {
                description: 'Automated backups are kept at least this many days. RDS keeps at most 35.',
                type: 'integer',
                minimum: 1,
                maximum: 35,
              },
              load_balancer_zones: {
                description: 'A load balancer stands in at least this many availability zones.',
                type: 'integer',
                minimum: 1,
                maximum: 10,
              },
              private_subnets: {
                description: "The private subnets of the web tier's group and the database.",
                type: 'object',
                additionalProperties: !1,
                required: ['min', 'max', 'declared'],
                properties: {
                  min: {
                    description: 'The group spans at least this many subnets.',
                    type: 'integer',
                    minimum: 1,
                    maximum: 10,
                  },
                  max: {
                    description: 'The group spans at most this many subnets.',
                    type: 'integer',
                    minimum: 1,
                    maximum: 10,
                  },
                  declared: {
                    description:
                      'Ids of existing subnets that are private. Their routes are in no plan: whoever lists one here vouches that its route table has no route to an internet gateway.',
                    type: 'array',
                    uniqueItems: !0,
                    items: { type: 'string', pattern: '^subnet-[0-9a-f]+$' },
                  },
                },
              },
              health_check: {
                description: 'The health check of the target group, exactly.',
                type: 'object',
                additionalProperties: !1,
                required: ['path', 'healthy', 'unhealthy', 'timeout', 'interval', 'matcher'],
                properties: {
                  path: { description: 'The path that is asked for over HTTP.', type: 'string', pattern: '^/' },
                  healthy: {
                    description: 'Successes in a row that make a target healthy.',
                    type: 'integer',
                    minimum: 2,
                    maximum: 10,
                  },
                  unhealthy: {
                    description: 'Failures in a row that make a target unhealthy.',
                    type: 'integer',
                    minimum: 2,
                    maximum: 10,
                  },
                  timeout: {
                    description: 'Seconds without an answer that count as a failure.',
                    type: 'integer',
                    minimum: 2,
                    maximum: 120,
                  },
                  interval: { description: 'Seconds between two checks.', type: 'integer', minimum: 5, maximum: 300 },
                  matcher: {
                    description: 'The HTTP codes of a healthy answer, as the target group writes them.',
                    type: 'string',
                    pattern: '^[0-9,-]+$',
                  },
                },
              },
            },
          },
        },
        $id: 'limits.schema.json',
      },
      func2 = Object.prototype.hasOwnProperty,
      pattern6 = new RegExp('^[a-z0-9-]+\\.[a-z0-9-]+$', 'u'),
      pattern7 = new RegExp('^db\\.[a-z0-9-]+\\.[a-z0-9-]+$', 'u'),
      pattern8 = new RegExp('^subnet-[0-9a-f]+$', 'u'),
      pattern9 = new RegExp('^/', 'u'),
      pattern10 = new RegExp('^[0-9,-]+$', 'u');
    function validate23(
      data,
      { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
    ) {
      let vErrors = null,
        errors = 0,
        evaluated0 = validate23.evaluated;
      if (
        (evaluated0.dynamicProps && (evaluated0.props = void 0),
        evaluated0.dynamicItems && (evaluated0.items = void 0),
        errors === 0)
      )
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing0;
          if (data.limits === void 0 && (missing0 = 'limits'))
            return (
              (validate23.errors = [
                { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
              ]),
              !1
            );
          {
            let _errs1 = errors;
            for (let key0 in data)
              if (key0 !== 'limits') {
                return (
                  (validate23.errors = [
                    {
                      instancePath,
                      schemaPath: '#/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key0 },
                    },
                  ]),
                  !1
                );
                break;
              }
            if (_errs1 === errors && data.limits !== void 0) {
              let data0 = data.limits;
              if (errors === errors)
                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                  let missing1;
                  if (
                    (data0.group === void 0 && (missing1 = 'group')) ||
                    (data0.health_check_grace_period_seconds === void 0 &&
                      (missing1 = 'health_check_grace_period_seconds')) ||
                    (data0.cpu_target_percent === void 0 && (missing1 = 'cpu_target_percent')) ||
                    (data0.refresh_minimum_healthy_percent === void 0 &&
                      (missing1 = 'refresh_minimum_healthy_percent')) ||
                    (data0.instance_classes === void 0 && (missing1 = 'instance_classes')) ||
                    (data0.database_classes === void 0 && (missing1 = 'database_classes')) ||
                    (data0.backup_retention_days === void 0 && (missing1 = 'backup_retention_days')) ||
                    (data0.load_balancer_zones === void 0 && (missing1 = 'load_balancer_zones')) ||
                    (data0.private_subnets === void 0 && (missing1 = 'private_subnets')) ||
                    (data0.health_check === void 0 && (missing1 = 'health_check'))
                  )
                    return (
                      (validate23.errors = [
                        {
                          instancePath: instancePath + '/limits',
                          schemaPath: '#/properties/limits/required',
                          keyword: 'required',
                          params: { missingProperty: missing1 },
                        },
                      ]),
                      !1
                    );
                  {
                    let _errs4 = errors;
                    for (let key1 in data0)
                      if (!func2.call(schema34.properties.limits.properties, key1)) {
                        return (
                          (validate23.errors = [
                            {
                              instancePath: instancePath + '/limits',
                              schemaPath: '#/properties/limits/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key1 },
                            },
                          ]),
                          !1
                        );
                        break;
                      }
                    if (_errs4 === errors) {
                      if (data0.group !== void 0) {
                        let data1 = data0.group,
                          _errs5 = errors;
                        if (errors === _errs5)
                          if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                            let missing2;
                            if (
                              (data1.minimum_floor === void 0 && (missing2 = 'minimum_floor')) ||
                              (data1.maximum_ceiling === void 0 && (missing2 = 'maximum_ceiling'))
                            )
                              return (
                                (validate23.errors = [
                                  {
                                    instancePath: instancePath + '/limits/group',
                                    schemaPath: '#/properties/limits/properties/group/required',
                                    keyword: 'required',
                                    params: { missingProperty: missing2 },
                                  },
                                ]),
                                !1
                              );
                            {
                              let _errs7 = errors;
                              for (let key2 in data1)
                                if (!(key2 === 'minimum_floor' || key2 === 'maximum_ceiling')) {
                                  return (
                                    (validate23.errors = [
                                      {
                                        instancePath: instancePath + '/limits/group',
                                        schemaPath: '#/properties/limits/properties/group/additionalProperties',
                                        keyword: 'additionalProperties',
                                        params: { additionalProperty: key2 },
                                      },
                                    ]),
                                    !1
                                  );
                                  break;
                                }
                              if (_errs7 === errors) {
                                if (data1.minimum_floor !== void 0) {
                                  let data2 = data1.minimum_floor,
                                    _errs8 = errors;
                                  if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2)))
                                    return (
                                      (validate23.errors = [
                                        {
                                          instancePath: instancePath + '/limits/group/minimum_floor',
                                          schemaPath:
                                            '#/properties/limits/properties/group/properties/minimum_floor/type',
                                          keyword: 'type',
                                          params: { type: 'integer' },
                                        },
                                      ]),
                                      !1
                                    );
                                  if (errors === _errs8 && typeof data2 == 'number' && isFinite(data2)) {
                                    if (data2 > 1e3 || isNaN(data2))
                                      return (
                                        (validate23.errors = [
                                          {
                                            instancePath: instancePath + '/limits/group/minimum_floor',
                                            schemaPath:
                                              '#/properties/limits/properties/group/properties/minimum_floor/maximum',
                                            keyword: 'maximum',
                                            params: { comparison: '<=', limit: 1e3 },
                                          },
                                        ]),
                                        !1
                                      );
                                    if (data2 < 1 || isNaN(data2))
                                      return (
                                        (validate23.errors = [
                                          {
                                            instancePath: instancePath + '/limits/group/minimum_floor',
                                            schemaPath:
                                              '#/properties/limits/properties/group/properties/minimum_floor/minimum',
                                            keyword: 'minimum',
                                            params: { comparison: '>=', limit: 1 },
                                          },
                                        ]),
                                        !1
                                      );
                                  }
                                  var valid2 = _errs8 === errors;
                                } else var valid2 = !0;
                                if (valid2)
                                  if (data1.maximum_ceiling !== void 0) {
                                    let data3 = data1.maximum_ceiling,
                                      _errs10 = errors;
                                    if (!(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3) && isFinite(data3)))
                                      return (
                                        (validate23.errors = [
                                          {
                                            instancePath: instancePath + '/limits/group/maximum_ceiling',
                                            schemaPath:
                                              '#/properties/limits/properties/group/properties/maximum_ceiling/type',
                                            keyword: 'type',
                                            params: { type: 'integer' },
                                          },
                                        ]),
                                        !1
                                      );
                                    if (errors === _errs10 && typeof data3 == 'number' && isFinite(data3)) {
                                      if (data3 > 1e3 || isNaN(data3))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath: instancePath + '/limits/group/maximum_ceiling',
                                              schemaPath:
                                                '#/properties/limits/properties/group/properties/maximum_ceiling/maximum',
                                              keyword: 'maximum',
                                              params: { comparison: '<=', limit: 1e3 },
                                            },
                                          ]),
                                          !1
                                        );
                                      if (data3 < 1 || isNaN(data3))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath: instancePath + '/limits/group/maximum_ceiling',
                                              schemaPath:
                                                '#/properties/limits/properties/group/properties/maximum_ceiling/minimum',
                                              keyword: 'minimum',
                                              params: { comparison: '>=', limit: 1 },
                                            },
                                          ]),
                                          !1
                                        );
                                    }
                                    var valid2 = _errs10 === errors;
                                  } else var valid2 = !0;
                              }
                            }
                          } else
                            return (
                              (validate23.errors = [
                                {
                                  instancePath: instancePath + '/limits/group',
                                  schemaPath: '#/properties/limits/properties/group/type',
                                  keyword: 'type',
                                  params: { type: 'object' },
                                },
                              ]),
                              !1
                            );
                        var valid1 = _errs5 === errors;
                      } else var valid1 = !0;
                      if (valid1) {
                        if (data0.health_check_grace_period_seconds !== void 0) {
                          let data4 = data0.health_check_grace_period_seconds,
                            _errs12 = errors;
                          if (errors === _errs12)
                            if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
                              let missing3;
                              if (
                                (data4.min === void 0 && (missing3 = 'min')) ||
                                (data4.max === void 0 && (missing3 = 'max'))
                              )
                                return (
                                  (validate23.errors = [
                                    {
                                      instancePath: instancePath + '/limits/health_check_grace_period_seconds',
                                      schemaPath:
                                        '#/properties/limits/properties/health_check_grace_period_seconds/required',
                                      keyword: 'required',
                                      params: { missingProperty: missing3 },
                                    },
                                  ]),
                                  !1
                                );
                              {
                                let _errs14 = errors;
                                for (let key3 in data4)
                                  if (!(key3 === 'min' || key3 === 'max')) {
                                    return (
                                      (validate23.errors = [
                                        {
                                          instancePath: instancePath + '/limits/health_check_grace_period_seconds',
                                          schemaPath:
                                            '#/properties/limits/properties/health_check_grace_period_seconds/additionalProperties',
                                          keyword: 'additionalProperties',
                                          params: { additionalProperty: key3 },
                                        },
                                      ]),
                                      !1
                                    );
                                    break;
                                  }
                                if (_errs14 === errors) {
                                  if (data4.min !== void 0) {
                                    let data5 = data4.min,
                                      _errs15 = errors;
                                    if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5)))
                                      return (
                                        (validate23.errors = [
                                          {
                                            instancePath:
                                              instancePath + '/limits/health_check_grace_period_seconds/min',
                                            schemaPath:
                                              '#/properties/limits/properties/health_check_grace_period_seconds/properties/min/type',
                                            keyword: 'type',
                                            params: { type: 'integer' },
                                          },
                                        ]),
                                        !1
                                      );
                                    if (errors === _errs15 && typeof data5 == 'number' && isFinite(data5)) {
                                      if (data5 > 86400 || isNaN(data5))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath:
                                                instancePath + '/limits/health_check_grace_period_seconds/min',
                                              schemaPath:
                                                '#/properties/limits/properties/health_check_grace_period_seconds/properties/min/maximum',
                                              keyword: 'maximum',
                                              params: { comparison: '<=', limit: 86400 },
                                            },
                                          ]),
                                          !1
                                        );
                                      if (data5 < 0 || isNaN(data5))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath:
                                                instancePath + '/limits/health_check_grace_period_seconds/min',
                                              schemaPath:
                                                '#/properties/limits/properties/health_check_grace_period_seconds/properties/min/minimum',
                                              keyword: 'minimum',
                                              params: { comparison: '>=', limit: 0 },
                                            },
                                          ]),
                                          !1
                                        );
                                    }
                                    var valid3 = _errs15 === errors;
                                  } else var valid3 = !0;
                                  if (valid3)
                                    if (data4.max !== void 0) {
                                      let data6 = data4.max,
                                        _errs17 = errors;
                                      if (!(
                                        typeof data6 == 'number' &&
                                        !(data6 % 1) &&
                                        !isNaN(data6) &&
                                        isFinite(data6)
                                      ))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath:
                                                instancePath + '/limits/health_check_grace_period_seconds/max',
                                              schemaPath:
                                                '#/properties/limits/properties/health_check_grace_period_seconds/properties/max/type',
                                              keyword: 'type',
                                              params: { type: 'integer' },
                                            },
                                          ]),
                                          !1
                                        );
                                      if (errors === _errs17 && typeof data6 == 'number' && isFinite(data6)) {
                                        if (data6 > 86400 || isNaN(data6))
                                          return (
                                            (validate23.errors = [
                                              {
                                                instancePath:
                                                  instancePath + '/limits/health_check_grace_period_seconds/max',
                                                schemaPath:
                                                  '#/properties/limits/properties/health_check_grace_period_seconds/properties/max/maximum',
                                                keyword: 'maximum',
                                                params: { comparison: '<=', limit: 86400 },
                                              },
                                            ]),
                                            !1
                                          );
                                        if (data6 < 0 || isNaN(data6))
                                          return (
                                            (validate23.errors = [
                                              {
                                                instancePath:
                                                  instancePath + '/limits/health_check_grace_period_seconds/max',
                                                schemaPath:
                                                  '#/properties/limits/properties/health_check_grace_period_seconds/properties/max/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 0 },
                                              },
                                            ]),
                                            !1
                                          );
                                      }
                                      var valid3 = _errs17 === errors;
                                    } else var valid3 = !0;
                                }
                              }
                            } else
                              return (
                                (validate23.errors = [
                                  {
                                    instancePath: instancePath + '/limits/health_check_grace_period_seconds',
                                    schemaPath: '#/properties/limits/properties/health_check_grace_period_seconds/type',
                                    keyword: 'type',
                                    params: { type: 'object' },
                                  },
                                ]),
                                !1
                              );
                          var valid1 = _errs12 === errors;
                        } else var valid1 = !0;
                        if (valid1) {
                          if (data0.cpu_target_percent !== void 0) {
                            let data7 = data0.cpu_target_percent,
                              _errs19 = errors;
                            if (errors === _errs19)
                              if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
                                let missing4;
                                if (
                                  (data7.min === void 0 && (missing4 = 'min')) ||
                                  (data7.max === void 0 && (missing4 = 'max'))
                                )
                                  return (
                                    (validate23.errors = [
                                      {
                                        instancePath: instancePath + '/limits/cpu_target_percent',
                                        schemaPath: '#/properties/limits/properties/cpu_target_percent/required',
                                        keyword: 'required',
                                        params: { missingProperty: missing4 },
                                      },
                                    ]),
                                    !1
                                  );
                                {
                                  let _errs21 = errors;
                                  for (let key4 in data7)
                                    if (!(key4 === 'min' || key4 === 'max')) {
                                      return (
                                        (validate23.errors = [
                                          {
                                            instancePath: instancePath + '/limits/cpu_target_percent',
                                            schemaPath:
                                              '#/properties/limits/properties/cpu_target_percent/additionalProperties',
                                            keyword: 'additionalProperties',
                                            params: { additionalProperty: key4 },
                                          },
                                        ]),
                                        !1
                                      );
                                      break;
                                    }
                                  if (_errs21 === errors) {
                                    if (data7.min !== void 0) {
                                      let data8 = data7.min,
                                        _errs22 = errors;
                                      if (!(
                                        typeof data8 == 'number' &&
                                        !(data8 % 1) &&
                                        !isNaN(data8) &&
                                        isFinite(data8)
                                      ))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath: instancePath + '/limits/cpu_target_percent/min',
                                              schemaPath:
                                                '#/properties/limits/properties/cpu_target_percent/properties/min/type',
                                              keyword: 'type',
                                              params: { type: 'integer' },
                                            },
                                          ]),
                                          !1
                                        );
                                      if (errors === _errs22 && typeof data8 == 'number' && isFinite(data8)) {
                                        if (data8 > 100 || isNaN(data8))
                                          return (
                                            (validate23.errors = [
                                              {
                                                instancePath: instancePath + '/limits/cpu_target_percent/min',
                                                schemaPath:
                                                  '#/properties/limits/properties/cpu_target_percent/properties/min/maximum',
                                                keyword: 'maximum',
                                                params: { comparison: '<=', limit: 100 },
                                              },
                                            ]),
                                            !1
                                          );
                                        if (data8 < 1 || isNaN(data8))
                                          return (
                                            (validate23.errors = [
                                              {
                                                instancePath: instancePath + '/limits/cpu_target_percent/min',
                                                schemaPath:
                                                  '#/properties/limits/properties/cpu_target_percent/properties/min/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 1 },
                                              },
                                            ]),
                                            !1
                                          );
                                      }
                                      var valid4 = _errs22 === errors;
                                    } else var valid4 = !0;
                                    if (valid4)
                                      if (data7.max !== void 0) {
                                        let data9 = data7.max,
                                          _errs24 = errors;
                                        if (!(
                                          typeof data9 == 'number' &&
                                          !(data9 % 1) &&
                                          !isNaN(data9) &&
                                          isFinite(data9)
                                        ))
                                          return (
                                            (validate23.errors = [
                                              {
                                                instancePath: instancePath + '/limits/cpu_target_percent/max',
                                                schemaPath:
                                                  '#/properties/limits/properties/cpu_target_percent/properties/max/type',
                                                keyword: 'type',
                                                params: { type: 'integer' },
                                              },
                                            ]),
                                            !1
                                          );
                                        if (errors === _errs24 && typeof data9 == 'number' && isFinite(data9)) {
                                          if (data9 > 100 || isNaN(data9))
                                            return (
                                              (validate23.errors = [
                                                {
                                                  instancePath: instancePath + '/limits/cpu_target_percent/max',
                                                  schemaPath:
                                                    '#/properties/limits/properties/cpu_target_percent/properties/max/maximum',
                                                  keyword: 'maximum',
                                                  params: { comparison: '<=', limit: 100 },
                                                },
                                              ]),
                                              !1
                                            );
                                          if (data9 < 1 || isNaN(data9))
                                            return (
                                              (validate23.errors = [
                                                {
                                                  instancePath: instancePath + '/limits/cpu_target_percent/max',
                                                  schemaPath:
                                                    '#/properties/limits/properties/cpu_target_percent/properties/max/minimum',
                                                  keyword: 'minimum',
                                                  params: { comparison: '>=', limit: 1 },
                                                },
                                              ]),
                                              !1
                                            );
                                        }
                                        var valid4 = _errs24 === errors;
                                      } else var valid4 = !0;
                                  }
                                }
                              } else
                                return (
                                  (validate23.errors = [
                                    {
                                      instancePath: instancePath + '/limits/cpu_target_percent',
                                      schemaPath: '#/properties/limits/properties/cpu_target_percent/type',
                                      keyword: 'type',
                                      params: { type: 'object' },
                                    },
                                  ]),
                                  !1
                                );
                            var valid1 = _errs19 === errors;
                          } else var valid1 = !0;
                          if (valid1) {
                            if (data0.refresh_minimum_healthy_percent !== void 0) {
                              let data10 = data0.refresh_minimum_healthy_percent,
                                _errs26 = errors;
                              if (!(typeof data10 == 'number' && !(data10 % 1) && !isNaN(data10) && isFinite(data10)))
                                return (
                                  (validate23.errors = [
                                    {
                                      instancePath: instancePath + '/limits/refresh_minimum_healthy_percent',
                                      schemaPath: '#/properties/limits/properties/refresh_minimum_healthy_percent/type',
                                      keyword: 'type',
                                      params: { type: 'integer' },
                                    },
                                  ]),
                                  !1
                                );
                              if (errors === _errs26 && typeof data10 == 'number' && isFinite(data10)) {
                                if (data10 > 100 || isNaN(data10))
                                  return (
                                    (validate23.errors = [
                                      {
                                        instancePath: instancePath + '/limits/refresh_minimum_healthy_percent',
                                        schemaPath:
                                          '#/properties/limits/properties/refresh_minimum_healthy_percent/maximum',
                                        keyword: 'maximum',
                                        params: { comparison: '<=', limit: 100 },
                                      },
                                    ]),
                                    !1
                                  );
                                if (data10 < 0 || isNaN(data10))
                                  return (
                                    (validate23.errors = [
                                      {
                                        instancePath: instancePath + '/limits/refresh_minimum_healthy_percent',
                                        schemaPath:
                                          '#/properties/limits/properties/refresh_minimum_healthy_percent/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 0 },
                                      },
                                    ]),
                                    !1
                                  );
                              }
                              var valid1 = _errs26 === errors;
                            } else var valid1 = !0;
                            if (valid1) {
                              if (data0.instance_classes !== void 0) {
                                let data11 = data0.instance_classes,
                                  _errs28 = errors;
                                if (errors === _errs28)
                                  if (Array.isArray(data11)) {
                                    if (data11.length < 1)
                                      return (
                                        (validate23.errors = [
                                          {
                                            instancePath: instancePath + '/limits/instance_classes',
                                            schemaPath: '#/properties/limits/properties/instance_classes/minItems',
                                            keyword: 'minItems',
                                            params: { limit: 1 },
                                          },
                                        ]),
                                        !1
                                      );
                                    {
                                      var valid5 = !0;
                                      let len0 = data11.length;
                                      for (let i0 = 0; i0 < len0; i0++) {
                                        let data12 = data11[i0],
                                          _errs30 = errors;
                                        if (errors === _errs30)
                                          if (typeof data12 == 'string') {
                                            if (!pattern6.test(data12))
                                              return (
                                                (validate23.errors = [
                                                  {
                                                    instancePath: instancePath + '/limits/instance_classes/' + i0,
                                                    schemaPath:
                                                      '#/properties/limits/properties/instance_classes/items/pattern',
                                                    keyword: 'pattern',
                                                    params: { pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$' },
                                                  },
                                                ]),
                                                !1
                                              );
                                          } else
                                            return (
                                              (validate23.errors = [
                                                {
                                                  instancePath: instancePath + '/limits/instance_classes/' + i0,
                                                  schemaPath:
                                                    '#/properties/limits/properties/instance_classes/items/type',
                                                  keyword: 'type',
                                                  params: { type: 'string' },
                                                },
                                              ]),
                                              !1
                                            );
                                        var valid5 = _errs30 === errors;
                                        if (!valid5) break;
                                      }
                                      if (valid5) {
                                        let i1 = data11.length,
                                          j0;
                                        if (i1 > 1) {
                                          let indices0 = {};
                                          for (; i1--;) {
                                            let item0 = data11[i1];
                                            if (typeof item0 == 'string') {
                                              if (typeof indices0[item0] == 'number') {
                                                return (
                                                  (j0 = indices0[item0]),
                                                  (validate23.errors = [
                                                    {
                                                      instancePath: instancePath + '/limits/instance_classes',
                                                      schemaPath:
                                                        '#/properties/limits/properties/instance_classes/uniqueItems',
                                                      keyword: 'uniqueItems',
                                                      params: { i: i1, j: j0 },
                                                    },
                                                  ]),
                                                  !1
                                                );
                                                break;
                                              }
                                              indices0[item0] = i1;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  } else
                                    return (
                                      (validate23.errors = [
                                        {
                                          instancePath: instancePath + '/limits/instance_classes',
                                          schemaPath: '#/properties/limits/properties/instance_classes/type',
                                          keyword: 'type',
                                          params: { type: 'array' },
                                        },
                                      ]),
                                      !1
                                    );
                                var valid1 = _errs28 === errors;
                              } else var valid1 = !0;
                              if (valid1) {
                                if (data0.database_classes !== void 0) {
                                  let data13 = data0.database_classes,
                                    _errs32 = errors;
                                  if (errors === _errs32)
                                    if (Array.isArray(data13)) {
                                      if (data13.length < 1)
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath: instancePath + '/limits/database_classes',
                                              schemaPath: '#/properties/limits/properties/database_classes/minItems',
                                              keyword: 'minItems',
                                              params: { limit: 1 },
                                            },
                                          ]),
                                          !1
                                        );
                                      {
                                        var valid7 = !0;
                                        let len1 = data13.length;
                                        for (let i2 = 0; i2 < len1; i2++) {
                                          let data14 = data13[i2],
                                            _errs34 = errors;
                                          if (errors === _errs34)
                                            if (typeof data14 == 'string') {
                                              if (!pattern7.test(data14))
                                                return (
                                                  (validate23.errors = [
                                                    {
                                                      instancePath: instancePath + '/limits/database_classes/' + i2,
                                                      schemaPath:
                                                        '#/properties/limits/properties/database_classes/items/pattern',
                                                      keyword: 'pattern',
                                                      params: { pattern: '^db\\.[a-z0-9-]+\\.[a-z0-9-]+$' },
                                                    },
                                                  ]),
                                                  !1
                                                );
                                            } else
                                              return (
                                                (validate23.errors = [
                                                  {
                                                    instancePath: instancePath + '/limits/database_classes/' + i2,
                                                    schemaPath:
                                                      '#/properties/limits/properties/database_classes/items/type',
                                                    keyword: 'type',
                                                    params: { type: 'string' },
                                                  },
                                                ]),
                                                !1
                                              );
                                          var valid7 = _errs34 === errors;
                                          if (!valid7) break;
                                        }
                                        if (valid7) {
                                          let i3 = data13.length,
                                            j1;
                                          if (i3 > 1) {
                                            let indices1 = {};
                                            for (; i3--;) {
                                              let item1 = data13[i3];
                                              if (typeof item1 == 'string') {
                                                if (typeof indices1[item1] == 'number') {
                                                  return (
                                                    (j1 = indices1[item1]),
                                                    (validate23.errors = [
                                                      {
                                                        instancePath: instancePath + '/limits/database_classes',
                                                        schemaPath:
                                                          '#/properties/limits/properties/database_classes/uniqueItems',
                                                        keyword: 'uniqueItems',
                                                        params: { i: i3, j: j1 },
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                  break;
                                                }
                                                indices1[item1] = i3;
                                              }
                                            }
                                          }
                                        }
                                      }
                                    } else
                                      return (
                                        (validate23.errors = [
                                          {
                                            instancePath: instancePath + '/limits/database_classes',
                                            schemaPath: '#/properties/limits/properties/database_classes/type',
                                            keyword: 'type',
                                            params: { type: 'array' },
                                          },
                                        ]),
                                        !1
                                      );
                                  var valid1 = _errs32 === errors;
                                } else var valid1 = !0;
                                if (valid1) {
                                  if (data0.backup_retention_days !== void 0) {
                                    let data15 = data0.backup_retention_days,
                                      _errs36 = errors;
                                    if (!(
                                      typeof data15 == 'number' &&
                                      !(data15 % 1) &&
                                      !isNaN(data15) &&
                                      isFinite(data15)
                                    ))
                                      return (
                                        (validate23.errors = [
                                          {
                                            instancePath: instancePath + '/limits/backup_retention_days',
                                            schemaPath: '#/properties/limits/properties/backup_retention_days/type',
                                            keyword: 'type',
                                            params: { type: 'integer' },
                                          },
                                        ]),
                                        !1
                                      );
                                    if (errors === _errs36 && typeof data15 == 'number' && isFinite(data15)) {
                                      if (data15 > 35 || isNaN(data15))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath: instancePath + '/limits/backup_retention_days',
                                              schemaPath:
                                                '#/properties/limits/properties/backup_retention_days/maximum',
                                              keyword: 'maximum',
                                              params: { comparison: '<=', limit: 35 },
                                            },
                                          ]),
                                          !1
                                        );
                                      if (data15 < 1 || isNaN(data15))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath: instancePath + '/limits/backup_retention_days',
                                              schemaPath:
                                                '#/properties/limits/properties/backup_retention_days/minimum',
                                              keyword: 'minimum',
                                              params: { comparison: '>=', limit: 1 },
                                            },
                                          ]),
                                          !1
                                        );
                                    }
                                    var valid1 = _errs36 === errors;
                                  } else var valid1 = !0;
                                  if (valid1) {
                                    if (data0.load_balancer_zones !== void 0) {
                                      let data16 = data0.load_balancer_zones,
                                        _errs38 = errors;
                                      if (!(
                                        typeof data16 == 'number' &&
                                        !(data16 % 1) &&
                                        !isNaN(data16) &&
                                        isFinite(data16)
                                      ))
                                        return (
                                          (validate23.errors = [
                                            {
                                              instancePath: instancePath + '/limits/load_balancer_zones',
                                              schemaPath: '#/properties/limits/properties/load_balancer_zones/type',
                                              keyword: 'type',
                                              params: { type: 'integer' },
                                            },
                                          ]),
                                          !1
                                        );
                                      if (errors === _errs38 && typeof data16 == 'number' && isFinite(data16)) {
                                        if (data16 > 10 || isNaN(data16))
                                          return (
                                            (validate23.errors = [
                                              {
                                                instancePath: instancePath + '/limits/load_balancer_zones',
                                                schemaPath:
                                                  '#/properties/limits/properties/load_balancer_zones/maximum',
                                                keyword: 'maximum',
                                                params: { comparison: '<=', limit: 10 },
                                              },
                                            ]),
                                            !1
                                          );
                                        if (data16 < 1 || isNaN(data16))
                                          return (
                                            (validate23.errors = [
                                              {
                                                instancePath: instancePath + '/limits/load_balancer_zones',
                                                schemaPath:
                                                  '#/properties/limits/properties/load_balancer_zones/minimum',
                                                keyword: 'minimum',
                                                params: { comparison: '>=', limit: 1 },
                                              },
                                            ]),
                                            !1
                                          );
                                      }
                                      var valid1 = _errs38 === errors;
                                    } else var valid1 = !0;
                                    if (valid1) {
                                      if (data0.private_subnets !== void 0) {
                                        let data17 = data0.private_subnets,
                                          _errs40 = errors;
                                        if (errors === _errs40)
                                          if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                                            let missing5;
                                            if (
                                              (data17.min === void 0 && (missing5 = 'min')) ||
                                              (data17.max === void 0 && (missing5 = 'max')) ||
                                              (data17.declared === void 0 && (missing5 = 'declared'))
                                            )
                                              return (
                                                (validate23.errors = [
                                                  {
                                                    instancePath: instancePath + '/limits/private_subnets',
                                                    schemaPath:
                                                      '#/properties/limits/properties/private_subnets/required',
                                                    keyword: 'required',
                                                    params: { missingProperty: missing5 },
                                                  },
                                                ]),
                                                !1
                                              );
                                            {
                                              let _errs42 = errors;
                                              for (let key5 in data17)
                                                if (!(key5 === 'min' || key5 === 'max' || key5 === 'declared')) {
                                                  return (
                                                    (validate23.errors = [
                                                      {
                                                        instancePath: instancePath + '/limits/private_subnets',
                                                        schemaPath:
                                                          '#/properties/limits/properties/private_subnets/additionalProperties',
                                                        keyword: 'additionalProperties',
                                                        params: { additionalProperty: key5 },
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                  break;
                                                }
                                              if (_errs42 === errors) {
                                                if (data17.min !== void 0) {
                                                  let data18 = data17.min,
                                                    _errs43 = errors;
                                                  if (!(
                                                    typeof data18 == 'number' &&
                                                    !(data18 % 1) &&
                                                    !isNaN(data18) &&
                                                    isFinite(data18)
                                                  ))
                                                    return (
                                                      (validate23.errors = [
                                                        {
                                                          instancePath: instancePath + '/limits/private_subnets/min',
                                                          schemaPath:
                                                            '#/properties/limits/properties/private_subnets/properties/min/type',
                                                          keyword: 'type',
                                                          params: { type: 'integer' },
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                  if (
                                                    errors === _errs43 &&
                                                    typeof data18 == 'number' &&
                                                    isFinite(data18)
                                                  ) {
                                                    if (data18 > 10 || isNaN(data18))
                                                      return (
                                                        (validate23.errors = [
                                                          {
                                                            instancePath: instancePath + '/limits/private_subnets/min',
                                                            schemaPath:
                                                              '#/properties/limits/properties/private_subnets/properties/min/maximum',
                                                            keyword: 'maximum',
                                                            params: { comparison: '<=', limit: 10 },
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                    if (data18 < 1 || isNaN(data18))
                                                      return (
                                                        (validate23.errors = [
                                                          {
                                                            instancePath: instancePath + '/limits/private_subnets/min',
                                                            schemaPath:
                                                              '#/properties/limits/properties/private_subnets/properties/min/minimum',
                                                            keyword: 'minimum',
                                                            params: { comparison: '>=', limit: 1 },
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                  }
                                                  var valid9 = _errs43 === errors;
                                                } else var valid9 = !0;
                                                if (valid9) {
                                                  if (data17.max !== void 0) {
                                                    let data19 = data17.max,
                                                      _errs45 = errors;
                                                    if (!(
                                                      typeof data19 == 'number' &&
                                                      !(data19 % 1) &&
                                                      !isNaN(data19) &&
                                                      isFinite(data19)
                                                    ))
                                                      return (
                                                        (validate23.errors = [
                                                          {
                                                            instancePath: instancePath + '/limits/private_subnets/max',
                                                            schemaPath:
                                                              '#/properties/limits/properties/private_subnets/properties/max/type',
                                                            keyword: 'type',
                                                            params: { type: 'integer' },
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                    if (
                                                      errors === _errs45 &&
                                                      typeof data19 == 'number' &&
                                                      isFinite(data19)
                                                    ) {
                                                      if (data19 > 10 || isNaN(data19))
                                                        return (
                                                          (validate23.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath + '/limits/private_subnets/max',
                                                              schemaPath:
                                                                '#/properties/limits/properties/private_subnets/properties/max/maximum',
                                                              keyword: 'maximum',
                                                              params: { comparison: '<=', limit: 10 },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                      if (data19 < 1 || isNaN(data19))
                                                        return (
                                                          (validate23.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath + '/limits/private_subnets/max',
                                                              schemaPath:
                                                                '#/properties/limits/properties/private_subnets/properties/max/minimum',
                                                              keyword: 'minimum',
                                                              params: { comparison: '>=', limit: 1 },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    }
                                                    var valid9 = _errs45 === errors;
                                                  } else var valid9 = !0;
                                                  if (valid9)
                                                    if (data17.declared !== void 0) {
                                                      let data20 = data17.declared,
                                                        _errs47 = errors;
                                                      if (errors === _errs47)
                                                        if (Array.isArray(data20)) {
                                                          var valid10 = !0;
                                                          let len2 = data20.length;
                                                          for (let i4 = 0; i4 < len2; i4++) {
                                                            let data21 = data20[i4],
                                                              _errs49 = errors;
                                                            if (errors === _errs49)
                                                              if (typeof data21 == 'string') {
                                                                if (!pattern8.test(data21))
                                                                  return (
                                                                    (validate23.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/limits/private_subnets/declared/' +
                                                                          i4,
                                                                        schemaPath:
                                                                          '#/properties/limits/properties/private_subnets/properties/declared/items/pattern',
                                                                        keyword: 'pattern',
                                                                        params: { pattern: '^subnet-[0-9a-f]+$' },
                                                                      },
                                                                    ]),
                                                                    !1
                                                                  );
                                                              } else
                                                                return (
                                                                  (validate23.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/limits/private_subnets/declared/' +
                                                                        i4,
                                                                      schemaPath:
                                                                        '#/properties/limits/properties/private_subnets/properties/declared/items/type',
                                                                      keyword: 'type',
                                                                      params: { type: 'string' },
                                                                    },
                                                                  ]),
                                                                  !1
                                                                );
                                                            var valid10 = _errs49 === errors;
                                                            if (!valid10) break;
                                                          }
                                                          if (valid10) {
                                                            let i5 = data20.length,
                                                              j2;
                                                            if (i5 > 1) {
                                                              let indices2 = {};
                                                              for (; i5--;) {
                                                                let item2 = data20[i5];
                                                                if (typeof item2 == 'string') {
                                                                  if (typeof indices2[item2] == 'number') {
                                                                    return (
                                                                      (j2 = indices2[item2]),
                                                                      (validate23.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/limits/private_subnets/declared',
                                                                          schemaPath:
                                                                            '#/properties/limits/properties/private_subnets/properties/declared/uniqueItems',
                                                                          keyword: 'uniqueItems',
                                                                          params: { i: i5, j: j2 },
                                                                        },
                                                                      ]),
                                                                      !1
                                                                    );
                                                                    break;
                                                                  }
                                                                  indices2[item2] = i5;
                                                                }
                                                              }
                                                            }
                                                          }
                                                        } else
                                                          return (
                                                            (validate23.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/limits/private_subnets/declared',
                                                                schemaPath:
                                                                  '#/properties/limits/properties/private_subnets/properties/declared/type',
                                                                keyword: 'type',
                                                                params: { type: 'array' },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      var valid9 = _errs47 === errors;
                                                    } else var valid9 = !0;
                                                }
                                              }
                                            }
                                          } else
                                            return (
                                              (validate23.errors = [
                                                {
                                                  instancePath: instancePath + '/limits/private_subnets',
                                                  schemaPath: '#/properties/limits/properties/private_subnets/type',
                                                  keyword: 'type',
                                                  params: { type: 'object' },
                                                },
                                              ]),
                                              !1
                                            );
                                        var valid1 = _errs40 === errors;
                                      } else var valid1 = !0;
                                      if (valid1)
                                        if (data0.health_check !== void 0) {
                                          let data22 = data0.health_check,
                                            _errs51 = errors;
                                          if (errors === _errs51)
                                            if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
                                              let missing6;
                                              if (
                                                (data22.path === void 0 && (missing6 = 'path')) ||
                                                (data22.healthy === void 0 && (missing6 = 'healthy')) ||
                                                (data22.unhealthy === void 0 && (missing6 = 'unhealthy')) ||
                                                (data22.timeout === void 0 && (missing6 = 'timeout')) ||
                                                (data22.interval === void 0 && (missing6 = 'interval')) ||
                                                (data22.matcher === void 0 && (missing6 = 'matcher'))
                                              )
                                                return (
                                                  (validate23.errors = [
                                                    {
                                                      instancePath: instancePath + '/limits/health_check',
                                                      schemaPath:
                                                        '#/properties/limits/properties/health_check/required',
                                                      keyword: 'required',
                                                      params: { missingProperty: missing6 },
                                                    },
                                                  ]),
                                                  !1
                                                );
                                              {
                                                let _errs53 = errors;
                                                for (let key6 in data22)
                                                  if (!(
                                                    key6 === 'path' ||
                                                    key6 === 'healthy' ||
                                                    key6 === 'unhealthy' ||
                                                    key6 === 'timeout' ||
                                                    key6 === 'interval' ||
                                                    key6 === 'matcher'
                                                  )) {
                                                    return (
                                                      (validate23.errors = [
                                                        {
                                                          instancePath: instancePath + '/limits/health_check',
                                                          schemaPath:
                                                            '#/properties/limits/properties/health_check/additionalProperties',
                                                          keyword: 'additionalProperties',
                                                          params: { additionalProperty: key6 },
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                    break;
                                                  }
                                                if (_errs53 === errors) {
                                                  if (data22.path !== void 0) {
                                                    let data23 = data22.path,
                                                      _errs54 = errors;
                                                    if (errors === _errs54)
                                                      if (typeof data23 == 'string') {
                                                        if (!pattern9.test(data23))
                                                          return (
                                                            (validate23.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/limits/health_check/path',
                                                                schemaPath:
                                                                  '#/properties/limits/properties/health_check/properties/path/pattern',
                                                                keyword: 'pattern',
                                                                params: { pattern: '^/' },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      } else
                                                        return (
                                                          (validate23.errors = [
                                                            {
                                                              instancePath: instancePath + '/limits/health_check/path',
                                                              schemaPath:
                                                                '#/properties/limits/properties/health_check/properties/path/type',
                                                              keyword: 'type',
                                                              params: { type: 'string' },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    var valid12 = _errs54 === errors;
                                                  } else var valid12 = !0;
                                                  if (valid12) {
                                                    if (data22.healthy !== void 0) {
                                                      let data24 = data22.healthy,
                                                        _errs56 = errors;
                                                      if (!(
                                                        typeof data24 == 'number' &&
                                                        !(data24 % 1) &&
                                                        !isNaN(data24) &&
                                                        isFinite(data24)
                                                      ))
                                                        return (
                                                          (validate23.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath + '/limits/health_check/healthy',
                                                              schemaPath:
                                                                '#/properties/limits/properties/health_check/properties/healthy/type',
                                                              keyword: 'type',
                                                              params: { type: 'integer' },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                      if (
                                                        errors === _errs56 &&
                                                        typeof data24 == 'number' &&
                                                        isFinite(data24)
                                                      ) {
                                                        if (data24 > 10 || isNaN(data24))
                                                          return (
                                                            (validate23.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/limits/health_check/healthy',
                                                                schemaPath:
                                                                  '#/properties/limits/properties/health_check/properties/healthy/maximum',
                                                                keyword: 'maximum',
                                                                params: { comparison: '<=', limit: 10 },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                        if (data24 < 2 || isNaN(data24))
                                                          return (
                                                            (validate23.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/limits/health_check/healthy',
                                                                schemaPath:
                                                                  '#/properties/limits/properties/health_check/properties/healthy/minimum',
                                                                keyword: 'minimum',
                                                                params: { comparison: '>=', limit: 2 },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      }
                                                      var valid12 = _errs56 === errors;
                                                    } else var valid12 = !0;
                                                    if (valid12) {
                                                      if (data22.unhealthy !== void 0) {
                                                        let data25 = data22.unhealthy,
                                                          _errs58 = errors;
                                                        if (!(
                                                          typeof data25 == 'number' &&
                                                          !(data25 % 1) &&
                                                          !isNaN(data25) &&
                                                          isFinite(data25)
                                                        ))
                                                          return (
                                                            (validate23.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/limits/health_check/unhealthy',
                                                                schemaPath:
                                                                  '#/properties/limits/properties/health_check/properties/unhealthy/type',
                                                                keyword: 'type',
                                                                params: { type: 'integer' },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                        if (
                                                          errors === _errs58 &&
                                                          typeof data25 == 'number' &&
                                                          isFinite(data25)
                                                        ) {
                                                          if (data25 > 10 || isNaN(data25))
                                                            return (
                                                              (validate23.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath + '/limits/health_check/unhealthy',
                                                                  schemaPath:
                                                                    '#/properties/limits/properties/health_check/properties/unhealthy/maximum',
                                                                  keyword: 'maximum',
                                                                  params: { comparison: '<=', limit: 10 },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                          if (data25 < 2 || isNaN(data25))
                                                            return (
                                                              (validate23.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath + '/limits/health_check/unhealthy',
                                                                  schemaPath:
                                                                    '#/properties/limits/properties/health_check/properties/unhealthy/minimum',
                                                                  keyword: 'minimum',
                                                                  params: { comparison: '>=', limit: 2 },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        }
                                                        var valid12 = _errs58 === errors;
                                                      } else var valid12 = !0;
                                                      if (valid12) {
                                                        if (data22.timeout !== void 0) {
                                                          let data26 = data22.timeout,
                                                            _errs60 = errors;
                                                          if (!(
                                                            typeof data26 == 'number' &&
                                                            !(data26 % 1) &&
                                                            !isNaN(data26) &&
                                                            isFinite(data26)
                                                          ))
                                                            return (
                                                              (validate23.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath + '/limits/health_check/timeout',
                                                                  schemaPath:
                                                                    '#/properties/limits/properties/health_check/properties/timeout/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'integer' },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                          if (
                                                            errors === _errs60 &&
                                                            typeof data26 == 'number' &&
                                                            isFinite(data26)
                                                          ) {
                                                            if (data26 > 120 || isNaN(data26))
                                                              return (
                                                                (validate23.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath + '/limits/health_check/timeout',
                                                                    schemaPath:
                                                                      '#/properties/limits/properties/health_check/properties/timeout/maximum',
                                                                    keyword: 'maximum',
                                                                    params: { comparison: '<=', limit: 120 },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                            if (data26 < 2 || isNaN(data26))
                                                              return (
                                                                (validate23.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath + '/limits/health_check/timeout',
                                                                    schemaPath:
                                                                      '#/properties/limits/properties/health_check/properties/timeout/minimum',
                                                                    keyword: 'minimum',
                                                                    params: { comparison: '>=', limit: 2 },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                          }
                                                          var valid12 = _errs60 === errors;
                                                        } else var valid12 = !0;
                                                        if (valid12) {
                                                          if (data22.interval !== void 0) {
                                                            let data27 = data22.interval,
                                                              _errs62 = errors;
                                                            if (!(
                                                              typeof data27 == 'number' &&
                                                              !(data27 % 1) &&
                                                              !isNaN(data27) &&
                                                              isFinite(data27)
                                                            ))
                                                              return (
                                                                (validate23.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath + '/limits/health_check/interval',
                                                                    schemaPath:
                                                                      '#/properties/limits/properties/health_check/properties/interval/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'integer' },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                            if (
                                                              errors === _errs62 &&
                                                              typeof data27 == 'number' &&
                                                              isFinite(data27)
                                                            ) {
                                                              if (data27 > 300 || isNaN(data27))
                                                                return (
                                                                  (validate23.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath + '/limits/health_check/interval',
                                                                      schemaPath:
                                                                        '#/properties/limits/properties/health_check/properties/interval/maximum',
                                                                      keyword: 'maximum',
                                                                      params: { comparison: '<=', limit: 300 },
                                                                    },
                                                                  ]),
                                                                  !1
                                                                );
                                                              if (data27 < 5 || isNaN(data27))
                                                                return (
                                                                  (validate23.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath + '/limits/health_check/interval',
                                                                      schemaPath:
                                                                        '#/properties/limits/properties/health_check/properties/interval/minimum',
                                                                      keyword: 'minimum',
                                                                      params: { comparison: '>=', limit: 5 },
                                                                    },
                                                                  ]),
                                                                  !1
                                                                );
                                                            }
                                                            var valid12 = _errs62 === errors;
                                                          } else var valid12 = !0;
                                                          if (valid12)
                                                            if (data22.matcher !== void 0) {
                                                              let data28 = data22.matcher,
                                                                _errs64 = errors;
                                                              if (errors === _errs64)
                                                                if (typeof data28 == 'string') {
                                                                  if (!pattern10.test(data28))
                                                                    return (
                                                                      (validate23.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/limits/health_check/matcher',
                                                                          schemaPath:
                                                                            '#/properties/limits/properties/health_check/properties/matcher/pattern',
                                                                          keyword: 'pattern',
                                                                          params: { pattern: '^[0-9,-]+$' },
                                                                        },
                                                                      ]),
                                                                      !1
                                                                    );
                                                                } else
                                                                  return (
                                                                    (validate23.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath + '/limits/health_check/matcher',
                                                                        schemaPath:
                                                                          '#/properties/limits/properties/health_check/properties/matcher/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'string' },
                                                                      },
                                                                    ]),
                                                                    !1
                                                                  );
                                                              var valid12 = _errs64 === errors;
                                                            } else var valid12 = !0;
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            } else
                                              return (
                                                (validate23.errors = [
                                                  {
                                                    instancePath: instancePath + '/limits/health_check',
                                                    schemaPath: '#/properties/limits/properties/health_check/type',
                                                    keyword: 'type',
                                                    params: { type: 'object' },
                                                  },
                                                ]),
                                                !1
                                              );
                                          var valid1 = _errs51 === errors;
                                        } else var valid1 = !0;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                } else
                  return (
                    (validate23.errors = [
                      {
                        instancePath: instancePath + '/limits',
                        schemaPath: '#/properties/limits/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ]),
                    !1
                  );
            }
          }
        } else
          return (
            (validate23.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }]),
            !1
          );
      return ((validate23.errors = vErrors), errors === 0);
    }
    validate23.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
    exports2.schema4 = validate24;
    var schema35 = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Price book',
        description:
          'On-demand list prices for one region, without discounts and without the free tier: an upper bound of what the fixed part of a stack costs.',
        type: 'object',
        additionalProperties: !1,
        required: ['prices'],
        properties: {
          prices: {
            description: 'The price book.',
            type: 'object',
            additionalProperties: !1,
            required: [
              'region',
              'currency',
              'date',
              'hours_per_month',
              'rows',
              'charges',
              'usage',
              'free',
              'extended_support',
            ],
            properties: {
              region: {
                description: 'The AWS region whose prices these are.',
                type: 'string',
                pattern: '^[a-z]{2}(-[a-z]+)+-[0-9]$',
              },
              currency: { description: 'The currency of every amount.', const: 'USD' },
              date: {
                description: 'The day up to which the rows were compared with their sources (year-month-day).',
                type: 'string',
                pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
              },
              hours_per_month: {
                description: "Hours that a month counts; AWS's own convention is 730.",
                type: 'integer',
                minimum: 672,
                maximum: 744,
              },
              rows: {
                description:
                  'Prices by id. ec2.<type>: an instance. ebs.<type>: a volume. rds.<engine>.<class>: a database instance in one zone; .multi-az after it gives the price of two zones where that is not simply twice as much.',
                type: 'object',
                minProperties: 1,
                propertyNames: { pattern: '^[a-z0-9][a-z0-9.-]*$' },
                additionalProperties: {
                  description: 'One price.',
                  type: 'object',
                  additionalProperties: !1,
                  required: ['unit', 'micro_usd', 'source', 'date'],
                  properties: {
                    unit: { description: 'What the price is for one of.', type: 'string', minLength: 3 },
                    micro_usd: {
                      description: 'The price in millionths of a dollar for one unit.',
                      type: 'integer',
                      minimum: 1,
                      maximum: 1e9,
                    },
                    source: { description: 'Where the figure was seen.', type: 'string', minLength: 10 },
                    date: {
                      description: 'When the source stated the price (year-month, or year-month-day).',
                      type: 'string',
                      pattern: '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$',
                    },
                  },
                },
              },
              charges: {
                description:
                  'Charges beside the fixed price of a resource that depend on how much it is used. They are shown as unknown and never counted.',
                type: 'object',
                minProperties: 1,
                propertyNames: { pattern: '^[a-z0-9][a-z0-9.-]*$' },
                additionalProperties: {
                  description: 'One charge.',
                  type: 'object',
                  additionalProperties: !1,
                  required: ['text', 'source'],
                  properties: {
                    text: { description: 'What is charged, and at what price.', type: 'string', minLength: 10 },
                    source: { description: 'Where the figure was seen.', type: 'string', minLength: 10 },
                  },
                },
              },
              usage: {
                description:
                  'Terraform resource types that cost only what they are used. They are shown as unknown and never counted.',
                type: 'object',
                minProperties: 1,
                propertyNames: { pattern: '^[a-z][a-z0-9_]*$' },
                additionalProperties: {
                  description: 'One type.',
                  type: 'object',
                  additionalProperties: !1,
                  required: ['part', 'text', 'source'],
                  properties: {
                    part: {
                      description: 'The part of the stack it belongs to in the report.',
                      enum: ['web', 'database', 'monitoring', 'network', 'image', 'other'],
                    },
                    text: { description: 'What is charged, and at what price.', type: 'string', minLength: 10 },
                    source: { description: 'Where the figure was seen.', type: 'string', minLength: 10 },
                  },
                },
              },
              free: {
                description:
                  'Terraform resource types that cost nothing by themselves. A type that is neither here, nor priced, nor charged by usage is undecided.',
                type: 'object',
                minProperties: 1,
                propertyNames: { pattern: '^[a-z][a-z0-9_]*$' },
                additionalProperties: {
                  description: 'One type.',
                  type: 'object',
                  additionalProperties: !1,
                  required: ['reason', 'source'],
                  properties: {
                    reason: { description: 'Why it costs nothing.', type: 'string', minLength: 10 },
                    source: { description: 'Where the figure was seen.', type: 'string', minLength: 10 },
                  },
                },
              },
              extended_support: {
                description:
                  'Beginnings of engine versions, by engine, that AWS supports only at an extra price by vCPU, which this book does not hold: such a database is undecided.',
                type: 'object',
                minProperties: 1,
                propertyNames: { pattern: '^[a-z0-9-]+$' },
                additionalProperties: {
                  description: 'Beginnings of version numbers.',
                  type: 'array',
                  uniqueItems: !0,
                  items: { type: 'string', pattern: '^[0-9.]+$' },
                },
              },
            },
          },
        },
        $id: 'prices.schema.json',
      },
      func4 = require_ucs2length().default,
      pattern11 = new RegExp('^[a-z]{2}(-[a-z]+)+-[0-9]$', 'u'),
      pattern12 = new RegExp('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'u'),
      pattern13 = new RegExp('^[a-z0-9][a-z0-9.-]*$', 'u'),
      pattern14 = new RegExp('^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$', 'u'),
      pattern16 = new RegExp('^[a-z][a-z0-9_]*$', 'u'),
      pattern18 = new RegExp('^[a-z0-9-]+$', 'u'),
      pattern19 = new RegExp('^[0-9.]+$', 'u');
    function validate24(
      data,
      { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
    ) {
      let vErrors = null,
        errors = 0,
        evaluated0 = validate24.evaluated;
      if (
        (evaluated0.dynamicProps && (evaluated0.props = void 0),
        evaluated0.dynamicItems && (evaluated0.items = void 0),
        errors === 0)
      )
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing0;
          if (data.prices === void 0 && (missing0 = 'prices'))
            return (
              (validate24.errors = [
                { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
              ]),
              !1
            );
          {
            let _errs1 = errors;
            for (let key0 in data)
              if (key0 !== 'prices') {
                return (
                  (validate24.errors = [
                    {
                      instancePath,
                      schemaPath: '#/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key0 },
                    },
                  ]),
                  !1
                );
                break;
              }
            if (_errs1 === errors && data.prices !== void 0) {
              let data0 = data.prices;
              if (errors === errors)
                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                  let missing1;
                  if (
                    (data0.region === void 0 && (missing1 = 'region')) ||
                    (data0.currency === void 0 && (missing1 = 'currency')) ||
                    (data0.date === void 0 && (missing1 = 'date')) ||
                    (data0.hours_per_month === void 0 && (missing1 = 'hours_per_month')) ||
                    (data0.rows === void 0 && (missing1 = 'rows')) ||
                    (data0.charges === void 0 && (missing1 = 'charges')) ||
                    (data0.usage === void 0 && (missing1 = 'usage')) ||
                    (data0.free === void 0 && (missing1 = 'free')) ||
                    (data0.extended_support === void 0 && (missing1 = 'extended_support'))
                  )
                    return (
                      (validate24.errors = [
                        {
                          instancePath: instancePath + '/prices',
                          schemaPath: '#/properties/prices/required',
                          keyword: 'required',
                          params: { missingProperty: missing1 },
                        },
                      ]),
                      !1
                    );
                  {
                    let _errs4 = errors;
                    for (let key1 in data0)
                      if (!func2.call(schema35.properties.prices.properties, key1)) {
                        return (
                          (validate24.errors = [
                            {
                              instancePath: instancePath + '/prices',
                              schemaPath: '#/properties/prices/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key1 },
                            },
                          ]),
                          !1
                        );
                        break;
                      }
                    if (_errs4 === errors) {
                      if (data0.region !== void 0) {
                        let data1 = data0.region,
                          _errs5 = errors;
                        if (errors === _errs5)
                          if (typeof data1 == 'string') {
                            if (!pattern11.test(data1))
                              return (
                                (validate24.errors = [
                                  {
                                    instancePath: instancePath + '/prices/region',
                                    schemaPath: '#/properties/prices/properties/region/pattern',
                                    keyword: 'pattern',
                                    params: { pattern: '^[a-z]{2}(-[a-z]+)+-[0-9]$' },
                                  },
                                ]),
                                !1
                              );
                          } else
                            return (
                              (validate24.errors = [
                                {
                                  instancePath: instancePath + '/prices/region',
                                  schemaPath: '#/properties/prices/properties/region/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                },
                              ]),
                              !1
                            );
                        var valid1 = _errs5 === errors;
                      } else var valid1 = !0;
                      if (valid1) {
                        if (data0.currency !== void 0) {
                          let _errs7 = errors;
                          if (data0.currency !== 'USD')
                            return (
                              (validate24.errors = [
                                {
                                  instancePath: instancePath + '/prices/currency',
                                  schemaPath: '#/properties/prices/properties/currency/const',
                                  keyword: 'const',
                                  params: { allowedValue: 'USD' },
                                },
                              ]),
                              !1
                            );
                          var valid1 = _errs7 === errors;
                        } else var valid1 = !0;
                        if (valid1) {
                          if (data0.date !== void 0) {
                            let data3 = data0.date,
                              _errs8 = errors;
                            if (errors === _errs8)
                              if (typeof data3 == 'string') {
                                if (!pattern12.test(data3))
                                  return (
                                    (validate24.errors = [
                                      {
                                        instancePath: instancePath + '/prices/date',
                                        schemaPath: '#/properties/prices/properties/date/pattern',
                                        keyword: 'pattern',
                                        params: { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
                                      },
                                    ]),
                                    !1
                                  );
                              } else
                                return (
                                  (validate24.errors = [
                                    {
                                      instancePath: instancePath + '/prices/date',
                                      schemaPath: '#/properties/prices/properties/date/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                    },
                                  ]),
                                  !1
                                );
                            var valid1 = _errs8 === errors;
                          } else var valid1 = !0;
                          if (valid1) {
                            if (data0.hours_per_month !== void 0) {
                              let data4 = data0.hours_per_month,
                                _errs10 = errors;
                              if (!(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4) && isFinite(data4)))
                                return (
                                  (validate24.errors = [
                                    {
                                      instancePath: instancePath + '/prices/hours_per_month',
                                      schemaPath: '#/properties/prices/properties/hours_per_month/type',
                                      keyword: 'type',
                                      params: { type: 'integer' },
                                    },
                                  ]),
                                  !1
                                );
                              if (errors === _errs10 && typeof data4 == 'number' && isFinite(data4)) {
                                if (data4 > 744 || isNaN(data4))
                                  return (
                                    (validate24.errors = [
                                      {
                                        instancePath: instancePath + '/prices/hours_per_month',
                                        schemaPath: '#/properties/prices/properties/hours_per_month/maximum',
                                        keyword: 'maximum',
                                        params: { comparison: '<=', limit: 744 },
                                      },
                                    ]),
                                    !1
                                  );
                                if (data4 < 672 || isNaN(data4))
                                  return (
                                    (validate24.errors = [
                                      {
                                        instancePath: instancePath + '/prices/hours_per_month',
                                        schemaPath: '#/properties/prices/properties/hours_per_month/minimum',
                                        keyword: 'minimum',
                                        params: { comparison: '>=', limit: 672 },
                                      },
                                    ]),
                                    !1
                                  );
                              }
                              var valid1 = _errs10 === errors;
                            } else var valid1 = !0;
                            if (valid1) {
                              if (data0.rows !== void 0) {
                                let data5 = data0.rows,
                                  _errs12 = errors;
                                if (errors === _errs12)
                                  if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                                    if (Object.keys(data5).length < 1)
                                      return (
                                        (validate24.errors = [
                                          {
                                            instancePath: instancePath + '/prices/rows',
                                            schemaPath: '#/properties/prices/properties/rows/minProperties',
                                            keyword: 'minProperties',
                                            params: { limit: 1 },
                                          },
                                        ]),
                                        !1
                                      );
                                    for (let key2 in data5) {
                                      let _errs14 = errors;
                                      if (typeof key2 == 'string' && !pattern13.test(key2)) {
                                        let err0 = {
                                          instancePath: instancePath + '/prices/rows',
                                          schemaPath: '#/properties/prices/properties/rows/propertyNames/pattern',
                                          keyword: 'pattern',
                                          params: { pattern: '^[a-z0-9][a-z0-9.-]*$' },
                                          propertyName: key2,
                                        };
                                        (vErrors === null ? (vErrors = [err0]) : vErrors.push(err0), errors++);
                                      }
                                      var valid2 = _errs14 === errors;
                                      if (!valid2) {
                                        let err1 = {
                                          instancePath: instancePath + '/prices/rows',
                                          schemaPath: '#/properties/prices/properties/rows/propertyNames',
                                          keyword: 'propertyNames',
                                          params: { propertyName: key2 },
                                        };
                                        return (
                                          vErrors === null ? (vErrors = [err1]) : vErrors.push(err1),
                                          errors++,
                                          (validate24.errors = vErrors),
                                          !1
                                        );
                                        break;
                                      }
                                    }
                                    if (valid2)
                                      for (let key3 in data5) {
                                        let data6 = data5[key3],
                                          _errs16 = errors;
                                        if (errors === _errs16)
                                          if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                                            let missing2;
                                            if (
                                              (data6.unit === void 0 && (missing2 = 'unit')) ||
                                              (data6.micro_usd === void 0 && (missing2 = 'micro_usd')) ||
                                              (data6.source === void 0 && (missing2 = 'source')) ||
                                              (data6.date === void 0 && (missing2 = 'date'))
                                            )
                                              return (
                                                (validate24.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath +
                                                      '/prices/rows/' +
                                                      key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                    schemaPath:
                                                      '#/properties/prices/properties/rows/additionalProperties/required',
                                                    keyword: 'required',
                                                    params: { missingProperty: missing2 },
                                                  },
                                                ]),
                                                !1
                                              );
                                            {
                                              let _errs18 = errors;
                                              for (let key4 in data6)
                                                if (!(
                                                  key4 === 'unit' ||
                                                  key4 === 'micro_usd' ||
                                                  key4 === 'source' ||
                                                  key4 === 'date'
                                                )) {
                                                  return (
                                                    (validate24.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/prices/rows/' +
                                                          key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                        schemaPath:
                                                          '#/properties/prices/properties/rows/additionalProperties/additionalProperties',
                                                        keyword: 'additionalProperties',
                                                        params: { additionalProperty: key4 },
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                  break;
                                                }
                                              if (_errs18 === errors) {
                                                if (data6.unit !== void 0) {
                                                  let data7 = data6.unit,
                                                    _errs19 = errors;
                                                  if (errors === _errs19)
                                                    if (typeof data7 == 'string') {
                                                      if (func4(data7) < 3)
                                                        return (
                                                          (validate24.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/prices/rows/' +
                                                                key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                '/unit',
                                                              schemaPath:
                                                                '#/properties/prices/properties/rows/additionalProperties/properties/unit/minLength',
                                                              keyword: 'minLength',
                                                              params: { limit: 3 },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    } else
                                                      return (
                                                        (validate24.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/prices/rows/' +
                                                              key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                              '/unit',
                                                            schemaPath:
                                                              '#/properties/prices/properties/rows/additionalProperties/properties/unit/type',
                                                            keyword: 'type',
                                                            params: { type: 'string' },
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                  var valid4 = _errs19 === errors;
                                                } else var valid4 = !0;
                                                if (valid4) {
                                                  if (data6.micro_usd !== void 0) {
                                                    let data8 = data6.micro_usd,
                                                      _errs21 = errors;
                                                    if (!(
                                                      typeof data8 == 'number' &&
                                                      !(data8 % 1) &&
                                                      !isNaN(data8) &&
                                                      isFinite(data8)
                                                    ))
                                                      return (
                                                        (validate24.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/prices/rows/' +
                                                              key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                              '/micro_usd',
                                                            schemaPath:
                                                              '#/properties/prices/properties/rows/additionalProperties/properties/micro_usd/type',
                                                            keyword: 'type',
                                                            params: { type: 'integer' },
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                    if (
                                                      errors === _errs21 &&
                                                      typeof data8 == 'number' &&
                                                      isFinite(data8)
                                                    ) {
                                                      if (data8 > 1e9 || isNaN(data8))
                                                        return (
                                                          (validate24.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/prices/rows/' +
                                                                key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                '/micro_usd',
                                                              schemaPath:
                                                                '#/properties/prices/properties/rows/additionalProperties/properties/micro_usd/maximum',
                                                              keyword: 'maximum',
                                                              params: { comparison: '<=', limit: 1e9 },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                      if (data8 < 1 || isNaN(data8))
                                                        return (
                                                          (validate24.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/prices/rows/' +
                                                                key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                '/micro_usd',
                                                              schemaPath:
                                                                '#/properties/prices/properties/rows/additionalProperties/properties/micro_usd/minimum',
                                                              keyword: 'minimum',
                                                              params: { comparison: '>=', limit: 1 },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    }
                                                    var valid4 = _errs21 === errors;
                                                  } else var valid4 = !0;
                                                  if (valid4) {
                                                    if (data6.source !== void 0) {
                                                      let data9 = data6.source,
                                                        _errs23 = errors;
                                                      if (errors === _errs23)
                                                        if (typeof data9 == 'string') {
                                                          if (func4(data9) < 10)
                                                            return (
                                                              (validate24.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/prices/rows/' +
                                                                    key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                    '/source',
                                                                  schemaPath:
                                                                    '#/properties/prices/properties/rows/additionalProperties/properties/source/minLength',
                                                                  keyword: 'minLength',
                                                                  params: { limit: 10 },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        } else
                                                          return (
                                                            (validate24.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/prices/rows/' +
                                                                  key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                  '/source',
                                                                schemaPath:
                                                                  '#/properties/prices/properties/rows/additionalProperties/properties/source/type',
                                                                keyword: 'type',
                                                                params: { type: 'string' },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      var valid4 = _errs23 === errors;
                                                    } else var valid4 = !0;
                                                    if (valid4)
                                                      if (data6.date !== void 0) {
                                                        let data10 = data6.date,
                                                          _errs25 = errors;
                                                        if (errors === _errs25)
                                                          if (typeof data10 == 'string') {
                                                            if (!pattern14.test(data10))
                                                              return (
                                                                (validate24.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/prices/rows/' +
                                                                      key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                      '/date',
                                                                    schemaPath:
                                                                      '#/properties/prices/properties/rows/additionalProperties/properties/date/pattern',
                                                                    keyword: 'pattern',
                                                                    params: {
                                                                      pattern: '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$',
                                                                    },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                          } else
                                                            return (
                                                              (validate24.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/prices/rows/' +
                                                                    key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                    '/date',
                                                                  schemaPath:
                                                                    '#/properties/prices/properties/rows/additionalProperties/properties/date/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'string' },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        var valid4 = _errs25 === errors;
                                                      } else var valid4 = !0;
                                                  }
                                                }
                                              }
                                            }
                                          } else
                                            return (
                                              (validate24.errors = [
                                                {
                                                  instancePath:
                                                    instancePath +
                                                    '/prices/rows/' +
                                                    key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                  schemaPath:
                                                    '#/properties/prices/properties/rows/additionalProperties/type',
                                                  keyword: 'type',
                                                  params: { type: 'object' },
                                                },
                                              ]),
                                              !1
                                            );
                                        var valid3 = _errs16 === errors;
                                        if (!valid3) break;
                                      }
                                  } else
                                    return (
                                      (validate24.errors = [
                                        {
                                          instancePath: instancePath + '/prices/rows',
                                          schemaPath: '#/properties/prices/properties/rows/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                        },
                                      ]),
                                      !1
                                    );
                                var valid1 = _errs12 === errors;
                              } else var valid1 = !0;
                              if (valid1) {
                                if (data0.charges !== void 0) {
                                  let data11 = data0.charges,
                                    _errs27 = errors;
                                  if (errors === _errs27)
                                    if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                                      if (Object.keys(data11).length < 1)
                                        return (
                                          (validate24.errors = [
                                            {
                                              instancePath: instancePath + '/prices/charges',
                                              schemaPath: '#/properties/prices/properties/charges/minProperties',
                                              keyword: 'minProperties',
                                              params: { limit: 1 },
                                            },
                                          ]),
                                          !1
                                        );
                                      for (let key5 in data11) {
                                        let _errs29 = errors;
                                        if (typeof key5 == 'string' && !pattern13.test(key5)) {
                                          let err2 = {
                                            instancePath: instancePath + '/prices/charges',
                                            schemaPath: '#/properties/prices/properties/charges/propertyNames/pattern',
                                            keyword: 'pattern',
                                            params: { pattern: '^[a-z0-9][a-z0-9.-]*$' },
                                            propertyName: key5,
                                          };
                                          (vErrors === null ? (vErrors = [err2]) : vErrors.push(err2), errors++);
                                        }
                                        var valid5 = _errs29 === errors;
                                        if (!valid5) {
                                          let err3 = {
                                            instancePath: instancePath + '/prices/charges',
                                            schemaPath: '#/properties/prices/properties/charges/propertyNames',
                                            keyword: 'propertyNames',
                                            params: { propertyName: key5 },
                                          };
                                          return (
                                            vErrors === null ? (vErrors = [err3]) : vErrors.push(err3),
                                            errors++,
                                            (validate24.errors = vErrors),
                                            !1
                                          );
                                          break;
                                        }
                                      }
                                      if (valid5)
                                        for (let key6 in data11) {
                                          let data12 = data11[key6],
                                            _errs31 = errors;
                                          if (errors === _errs31)
                                            if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
                                              let missing3;
                                              if (
                                                (data12.text === void 0 && (missing3 = 'text')) ||
                                                (data12.source === void 0 && (missing3 = 'source'))
                                              )
                                                return (
                                                  (validate24.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/prices/charges/' +
                                                        key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                      schemaPath:
                                                        '#/properties/prices/properties/charges/additionalProperties/required',
                                                      keyword: 'required',
                                                      params: { missingProperty: missing3 },
                                                    },
                                                  ]),
                                                  !1
                                                );
                                              {
                                                let _errs33 = errors;
                                                for (let key7 in data12)
                                                  if (!(key7 === 'text' || key7 === 'source')) {
                                                    return (
                                                      (validate24.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/prices/charges/' +
                                                            key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                          schemaPath:
                                                            '#/properties/prices/properties/charges/additionalProperties/additionalProperties',
                                                          keyword: 'additionalProperties',
                                                          params: { additionalProperty: key7 },
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                    break;
                                                  }
                                                if (_errs33 === errors) {
                                                  if (data12.text !== void 0) {
                                                    let data13 = data12.text,
                                                      _errs34 = errors;
                                                    if (errors === _errs34)
                                                      if (typeof data13 == 'string') {
                                                        if (func4(data13) < 10)
                                                          return (
                                                            (validate24.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/prices/charges/' +
                                                                  key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                  '/text',
                                                                schemaPath:
                                                                  '#/properties/prices/properties/charges/additionalProperties/properties/text/minLength',
                                                                keyword: 'minLength',
                                                                params: { limit: 10 },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      } else
                                                        return (
                                                          (validate24.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/prices/charges/' +
                                                                key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                '/text',
                                                              schemaPath:
                                                                '#/properties/prices/properties/charges/additionalProperties/properties/text/type',
                                                              keyword: 'type',
                                                              params: { type: 'string' },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    var valid7 = _errs34 === errors;
                                                  } else var valid7 = !0;
                                                  if (valid7)
                                                    if (data12.source !== void 0) {
                                                      let data14 = data12.source,
                                                        _errs36 = errors;
                                                      if (errors === _errs36)
                                                        if (typeof data14 == 'string') {
                                                          if (func4(data14) < 10)
                                                            return (
                                                              (validate24.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/prices/charges/' +
                                                                    key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                    '/source',
                                                                  schemaPath:
                                                                    '#/properties/prices/properties/charges/additionalProperties/properties/source/minLength',
                                                                  keyword: 'minLength',
                                                                  params: { limit: 10 },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        } else
                                                          return (
                                                            (validate24.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/prices/charges/' +
                                                                  key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                  '/source',
                                                                schemaPath:
                                                                  '#/properties/prices/properties/charges/additionalProperties/properties/source/type',
                                                                keyword: 'type',
                                                                params: { type: 'string' },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      var valid7 = _errs36 === errors;
                                                    } else var valid7 = !0;
                                                }
                                              }
                                            } else
                                              return (
                                                (validate24.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath +
                                                      '/prices/charges/' +
                                                      key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                    schemaPath:
                                                      '#/properties/prices/properties/charges/additionalProperties/type',
                                                    keyword: 'type',
                                                    params: { type: 'object' },
                                                  },
                                                ]),
                                                !1
                                              );
                                          var valid6 = _errs31 === errors;
                                          if (!valid6) break;
                                        }
                                    } else
                                      return (
                                        (validate24.errors = [
                                          {
                                            instancePath: instancePath + '/prices/charges',
                                            schemaPath: '#/properties/prices/properties/charges/type',
                                            keyword: 'type',
                                            params: { type: 'object' },
                                          },
                                        ]),
                                        !1
                                      );
                                  var valid1 = _errs27 === errors;
                                } else var valid1 = !0;
                                if (valid1) {
                                  if (data0.usage !== void 0) {
                                    let data15 = data0.usage,
                                      _errs38 = errors;
                                    if (errors === _errs38)
                                      if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
                                        if (Object.keys(data15).length < 1)
                                          return (
                                            (validate24.errors = [
                                              {
                                                instancePath: instancePath + '/prices/usage',
                                                schemaPath: '#/properties/prices/properties/usage/minProperties',
                                                keyword: 'minProperties',
                                                params: { limit: 1 },
                                              },
                                            ]),
                                            !1
                                          );
                                        for (let key8 in data15) {
                                          let _errs40 = errors;
                                          if (typeof key8 == 'string' && !pattern16.test(key8)) {
                                            let err4 = {
                                              instancePath: instancePath + '/prices/usage',
                                              schemaPath: '#/properties/prices/properties/usage/propertyNames/pattern',
                                              keyword: 'pattern',
                                              params: { pattern: '^[a-z][a-z0-9_]*$' },
                                              propertyName: key8,
                                            };
                                            (vErrors === null ? (vErrors = [err4]) : vErrors.push(err4), errors++);
                                          }
                                          var valid8 = _errs40 === errors;
                                          if (!valid8) {
                                            let err5 = {
                                              instancePath: instancePath + '/prices/usage',
                                              schemaPath: '#/properties/prices/properties/usage/propertyNames',
                                              keyword: 'propertyNames',
                                              params: { propertyName: key8 },
                                            };
                                            return (
                                              vErrors === null ? (vErrors = [err5]) : vErrors.push(err5),
                                              errors++,
                                              (validate24.errors = vErrors),
                                              !1
                                            );
                                            break;
                                          }
                                        }
                                        if (valid8)
                                          for (let key9 in data15) {
                                            let data16 = data15[key9],
                                              _errs42 = errors;
                                            if (errors === _errs42)
                                              if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
                                                let missing4;
                                                if (
                                                  (data16.part === void 0 && (missing4 = 'part')) ||
                                                  (data16.text === void 0 && (missing4 = 'text')) ||
                                                  (data16.source === void 0 && (missing4 = 'source'))
                                                )
                                                  return (
                                                    (validate24.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/prices/usage/' +
                                                          key9.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                        schemaPath:
                                                          '#/properties/prices/properties/usage/additionalProperties/required',
                                                        keyword: 'required',
                                                        params: { missingProperty: missing4 },
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                {
                                                  let _errs44 = errors;
                                                  for (let key10 in data16)
                                                    if (!(key10 === 'part' || key10 === 'text' || key10 === 'source')) {
                                                      return (
                                                        (validate24.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/prices/usage/' +
                                                              key9.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                            schemaPath:
                                                              '#/properties/prices/properties/usage/additionalProperties/additionalProperties',
                                                            keyword: 'additionalProperties',
                                                            params: { additionalProperty: key10 },
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                      break;
                                                    }
                                                  if (_errs44 === errors) {
                                                    if (data16.part !== void 0) {
                                                      let data17 = data16.part,
                                                        _errs45 = errors;
                                                      if (!(
                                                        data17 === 'web' ||
                                                        data17 === 'database' ||
                                                        data17 === 'monitoring' ||
                                                        data17 === 'network' ||
                                                        data17 === 'image' ||
                                                        data17 === 'other'
                                                      ))
                                                        return (
                                                          (validate24.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/prices/usage/' +
                                                                key9.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                '/part',
                                                              schemaPath:
                                                                '#/properties/prices/properties/usage/additionalProperties/properties/part/enum',
                                                              keyword: 'enum',
                                                              params: {
                                                                allowedValues:
                                                                  schema35.properties.prices.properties.usage
                                                                    .additionalProperties.properties.part.enum,
                                                              },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                      var valid10 = _errs45 === errors;
                                                    } else var valid10 = !0;
                                                    if (valid10) {
                                                      if (data16.text !== void 0) {
                                                        let data18 = data16.text,
                                                          _errs46 = errors;
                                                        if (errors === _errs46)
                                                          if (typeof data18 == 'string') {
                                                            if (func4(data18) < 10)
                                                              return (
                                                                (validate24.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/prices/usage/' +
                                                                      key9.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                      '/text',
                                                                    schemaPath:
                                                                      '#/properties/prices/properties/usage/additionalProperties/properties/text/minLength',
                                                                    keyword: 'minLength',
                                                                    params: { limit: 10 },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                          } else
                                                            return (
                                                              (validate24.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/prices/usage/' +
                                                                    key9.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                    '/text',
                                                                  schemaPath:
                                                                    '#/properties/prices/properties/usage/additionalProperties/properties/text/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'string' },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        var valid10 = _errs46 === errors;
                                                      } else var valid10 = !0;
                                                      if (valid10)
                                                        if (data16.source !== void 0) {
                                                          let data19 = data16.source,
                                                            _errs48 = errors;
                                                          if (errors === _errs48)
                                                            if (typeof data19 == 'string') {
                                                              if (func4(data19) < 10)
                                                                return (
                                                                  (validate24.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/prices/usage/' +
                                                                        key9.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                        '/source',
                                                                      schemaPath:
                                                                        '#/properties/prices/properties/usage/additionalProperties/properties/source/minLength',
                                                                      keyword: 'minLength',
                                                                      params: { limit: 10 },
                                                                    },
                                                                  ]),
                                                                  !1
                                                                );
                                                            } else
                                                              return (
                                                                (validate24.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/prices/usage/' +
                                                                      key9.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                      '/source',
                                                                    schemaPath:
                                                                      '#/properties/prices/properties/usage/additionalProperties/properties/source/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'string' },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                          var valid10 = _errs48 === errors;
                                                        } else var valid10 = !0;
                                                    }
                                                  }
                                                }
                                              } else
                                                return (
                                                  (validate24.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/prices/usage/' +
                                                        key9.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                      schemaPath:
                                                        '#/properties/prices/properties/usage/additionalProperties/type',
                                                      keyword: 'type',
                                                      params: { type: 'object' },
                                                    },
                                                  ]),
                                                  !1
                                                );
                                            var valid9 = _errs42 === errors;
                                            if (!valid9) break;
                                          }
                                      } else
                                        return (
                                          (validate24.errors = [
                                            {
                                              instancePath: instancePath + '/prices/usage',
                                              schemaPath: '#/properties/prices/properties/usage/type',
                                              keyword: 'type',
                                              params: { type: 'object' },
                                            },
                                          ]),
                                          !1
                                        );
                                    var valid1 = _errs38 === errors;
                                  } else var valid1 = !0;
                                  if (valid1) {
                                    if (data0.free !== void 0) {
                                      let data20 = data0.free,
                                        _errs50 = errors;
                                      if (errors === _errs50)
                                        if (data20 && typeof data20 == 'object' && !Array.isArray(data20)) {
                                          if (Object.keys(data20).length < 1)
                                            return (
                                              (validate24.errors = [
                                                {
                                                  instancePath: instancePath + '/prices/free',
                                                  schemaPath: '#/properties/prices/properties/free/minProperties',
                                                  keyword: 'minProperties',
                                                  params: { limit: 1 },
                                                },
                                              ]),
                                              !1
                                            );
                                          for (let key11 in data20) {
                                            let _errs52 = errors;
                                            if (typeof key11 == 'string' && !pattern16.test(key11)) {
                                              let err6 = {
                                                instancePath: instancePath + '/prices/free',
                                                schemaPath: '#/properties/prices/properties/free/propertyNames/pattern',
                                                keyword: 'pattern',
                                                params: { pattern: '^[a-z][a-z0-9_]*$' },
                                                propertyName: key11,
                                              };
                                              (vErrors === null ? (vErrors = [err6]) : vErrors.push(err6), errors++);
                                            }
                                            var valid11 = _errs52 === errors;
                                            if (!valid11) {
                                              let err7 = {
                                                instancePath: instancePath + '/prices/free',
                                                schemaPath: '#/properties/prices/properties/free/propertyNames',
                                                keyword: 'propertyNames',
                                                params: { propertyName: key11 },
                                              };
                                              return (
                                                vErrors === null ? (vErrors = [err7]) : vErrors.push(err7),
                                                errors++,
                                                (validate24.errors = vErrors),
                                                !1
                                              );
                                              break;
                                            }
                                          }
                                          if (valid11)
                                            for (let key12 in data20) {
                                              let data21 = data20[key12],
                                                _errs54 = errors;
                                              if (errors === _errs54)
                                                if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
                                                  let missing5;
                                                  if (
                                                    (data21.reason === void 0 && (missing5 = 'reason')) ||
                                                    (data21.source === void 0 && (missing5 = 'source'))
                                                  )
                                                    return (
                                                      (validate24.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/prices/free/' +
                                                            key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                          schemaPath:
                                                            '#/properties/prices/properties/free/additionalProperties/required',
                                                          keyword: 'required',
                                                          params: { missingProperty: missing5 },
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                  {
                                                    let _errs56 = errors;
                                                    for (let key13 in data21)
                                                      if (!(key13 === 'reason' || key13 === 'source')) {
                                                        return (
                                                          (validate24.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/prices/free/' +
                                                                key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                              schemaPath:
                                                                '#/properties/prices/properties/free/additionalProperties/additionalProperties',
                                                              keyword: 'additionalProperties',
                                                              params: { additionalProperty: key13 },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                        break;
                                                      }
                                                    if (_errs56 === errors) {
                                                      if (data21.reason !== void 0) {
                                                        let data22 = data21.reason,
                                                          _errs57 = errors;
                                                        if (errors === _errs57)
                                                          if (typeof data22 == 'string') {
                                                            if (func4(data22) < 10)
                                                              return (
                                                                (validate24.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/prices/free/' +
                                                                      key12.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                      '/reason',
                                                                    schemaPath:
                                                                      '#/properties/prices/properties/free/additionalProperties/properties/reason/minLength',
                                                                    keyword: 'minLength',
                                                                    params: { limit: 10 },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                          } else
                                                            return (
                                                              (validate24.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/prices/free/' +
                                                                    key12.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                    '/reason',
                                                                  schemaPath:
                                                                    '#/properties/prices/properties/free/additionalProperties/properties/reason/type',
                                                                  keyword: 'type',
                                                                  params: { type: 'string' },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        var valid13 = _errs57 === errors;
                                                      } else var valid13 = !0;
                                                      if (valid13)
                                                        if (data21.source !== void 0) {
                                                          let data23 = data21.source,
                                                            _errs59 = errors;
                                                          if (errors === _errs59)
                                                            if (typeof data23 == 'string') {
                                                              if (func4(data23) < 10)
                                                                return (
                                                                  (validate24.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/prices/free/' +
                                                                        key12.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                        '/source',
                                                                      schemaPath:
                                                                        '#/properties/prices/properties/free/additionalProperties/properties/source/minLength',
                                                                      keyword: 'minLength',
                                                                      params: { limit: 10 },
                                                                    },
                                                                  ]),
                                                                  !1
                                                                );
                                                            } else
                                                              return (
                                                                (validate24.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/prices/free/' +
                                                                      key12.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                      '/source',
                                                                    schemaPath:
                                                                      '#/properties/prices/properties/free/additionalProperties/properties/source/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'string' },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                          var valid13 = _errs59 === errors;
                                                        } else var valid13 = !0;
                                                    }
                                                  }
                                                } else
                                                  return (
                                                    (validate24.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/prices/free/' +
                                                          key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                        schemaPath:
                                                          '#/properties/prices/properties/free/additionalProperties/type',
                                                        keyword: 'type',
                                                        params: { type: 'object' },
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                              var valid12 = _errs54 === errors;
                                              if (!valid12) break;
                                            }
                                        } else
                                          return (
                                            (validate24.errors = [
                                              {
                                                instancePath: instancePath + '/prices/free',
                                                schemaPath: '#/properties/prices/properties/free/type',
                                                keyword: 'type',
                                                params: { type: 'object' },
                                              },
                                            ]),
                                            !1
                                          );
                                      var valid1 = _errs50 === errors;
                                    } else var valid1 = !0;
                                    if (valid1)
                                      if (data0.extended_support !== void 0) {
                                        let data24 = data0.extended_support,
                                          _errs61 = errors;
                                        if (errors === _errs61)
                                          if (data24 && typeof data24 == 'object' && !Array.isArray(data24)) {
                                            if (Object.keys(data24).length < 1)
                                              return (
                                                (validate24.errors = [
                                                  {
                                                    instancePath: instancePath + '/prices/extended_support',
                                                    schemaPath:
                                                      '#/properties/prices/properties/extended_support/minProperties',
                                                    keyword: 'minProperties',
                                                    params: { limit: 1 },
                                                  },
                                                ]),
                                                !1
                                              );
                                            for (let key14 in data24) {
                                              let _errs63 = errors;
                                              if (typeof key14 == 'string' && !pattern18.test(key14)) {
                                                let err8 = {
                                                  instancePath: instancePath + '/prices/extended_support',
                                                  schemaPath:
                                                    '#/properties/prices/properties/extended_support/propertyNames/pattern',
                                                  keyword: 'pattern',
                                                  params: { pattern: '^[a-z0-9-]+$' },
                                                  propertyName: key14,
                                                };
                                                (vErrors === null ? (vErrors = [err8]) : vErrors.push(err8), errors++);
                                              }
                                              var valid14 = _errs63 === errors;
                                              if (!valid14) {
                                                let err9 = {
                                                  instancePath: instancePath + '/prices/extended_support',
                                                  schemaPath:
                                                    '#/properties/prices/properties/extended_support/propertyNames',
                                                  keyword: 'propertyNames',
                                                  params: { propertyName: key14 },
                                                };
                                                return (
                                                  vErrors === null ? (vErrors = [err9]) : vErrors.push(err9),
                                                  errors++,
                                                  (validate24.errors = vErrors),
                                                  !1
                                                );
                                                break;
                                              }
                                            }
                                            if (valid14)
                                              for (let key15 in data24) {
                                                let data25 = data24[key15],
                                                  _errs65 = errors;
                                                if (errors === _errs65)
                                                  if (Array.isArray(data25)) {
                                                    var valid16 = !0;
                                                    let len0 = data25.length;
                                                    for (let i0 = 0; i0 < len0; i0++) {
                                                      let data26 = data25[i0],
                                                        _errs67 = errors;
                                                      if (errors === _errs67)
                                                        if (typeof data26 == 'string') {
                                                          if (!pattern19.test(data26))
                                                            return (
                                                              (validate24.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/prices/extended_support/' +
                                                                    key15.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                    '/' +
                                                                    i0,
                                                                  schemaPath:
                                                                    '#/properties/prices/properties/extended_support/additionalProperties/items/pattern',
                                                                  keyword: 'pattern',
                                                                  params: { pattern: '^[0-9.]+$' },
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        } else
                                                          return (
                                                            (validate24.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/prices/extended_support/' +
                                                                  key15.replace(/~/g, '~0').replace(/\//g, '~1') +
                                                                  '/' +
                                                                  i0,
                                                                schemaPath:
                                                                  '#/properties/prices/properties/extended_support/additionalProperties/items/type',
                                                                keyword: 'type',
                                                                params: { type: 'string' },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      var valid16 = _errs67 === errors;
                                                      if (!valid16) break;
                                                    }
                                                    if (valid16) {
                                                      let i1 = data25.length,
                                                        j0;
                                                      if (i1 > 1) {
                                                        let indices0 = {};
                                                        for (; i1--;) {
                                                          let item0 = data25[i1];
                                                          if (typeof item0 == 'string') {
                                                            if (typeof indices0[item0] == 'number') {
                                                              return (
                                                                (j0 = indices0[item0]),
                                                                (validate24.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/prices/extended_support/' +
                                                                      key15.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                                    schemaPath:
                                                                      '#/properties/prices/properties/extended_support/additionalProperties/uniqueItems',
                                                                    keyword: 'uniqueItems',
                                                                    params: { i: i1, j: j0 },
                                                                  },
                                                                ]),
                                                                !1
                                                              );
                                                              break;
                                                            }
                                                            indices0[item0] = i1;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  } else
                                                    return (
                                                      (validate24.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/prices/extended_support/' +
                                                            key15.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                          schemaPath:
                                                            '#/properties/prices/properties/extended_support/additionalProperties/type',
                                                          keyword: 'type',
                                                          params: { type: 'array' },
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                var valid15 = _errs65 === errors;
                                                if (!valid15) break;
                                              }
                                          } else
                                            return (
                                              (validate24.errors = [
                                                {
                                                  instancePath: instancePath + '/prices/extended_support',
                                                  schemaPath: '#/properties/prices/properties/extended_support/type',
                                                  keyword: 'type',
                                                  params: { type: 'object' },
                                                },
                                              ]),
                                              !1
                                            );
                                        var valid1 = _errs61 === errors;
                                      } else var valid1 = !0;
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                } else
                  return (
                    (validate24.errors = [
                      {
                        instancePath: instancePath + '/prices',
                        schemaPath: '#/properties/prices/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ]),
                    !1
                  );
            }
          }
        } else
          return (
            (validate24.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }]),
            !1
          );
      return ((validate24.errors = vErrors), errors === 0);
    }
    validate24.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
    exports2.schema5 = validate25;
    var pattern20 = new RegExp('^(\\*|[A-Za-z0-9][A-Za-z0-9._/-]*)$', 'u');
    function validate25(
      data,
      { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
    ) {
      let vErrors = null,
        errors = 0,
        evaluated0 = validate25.evaluated;
      if (
        (evaluated0.dynamicProps && (evaluated0.props = void 0),
        evaluated0.dynamicItems && (evaluated0.items = void 0),
        errors === 0)
      )
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing0;
          if (data.scope === void 0 && (missing0 = 'scope'))
            return (
              (validate25.errors = [
                { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
              ]),
              !1
            );
          {
            let _errs1 = errors;
            for (let key0 in data)
              if (key0 !== 'scope') {
                return (
                  (validate25.errors = [
                    {
                      instancePath,
                      schemaPath: '#/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key0 },
                    },
                  ]),
                  !1
                );
                break;
              }
            if (_errs1 === errors && data.scope !== void 0) {
              let data0 = data.scope;
              if (errors === errors)
                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                  let missing1;
                  if (data0.systems === void 0 && (missing1 = 'systems'))
                    return (
                      (validate25.errors = [
                        {
                          instancePath: instancePath + '/scope',
                          schemaPath: '#/properties/scope/required',
                          keyword: 'required',
                          params: { missingProperty: missing1 },
                        },
                      ]),
                      !1
                    );
                  {
                    let _errs4 = errors;
                    for (let key1 in data0)
                      if (key1 !== 'systems') {
                        return (
                          (validate25.errors = [
                            {
                              instancePath: instancePath + '/scope',
                              schemaPath: '#/properties/scope/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key1 },
                            },
                          ]),
                          !1
                        );
                        break;
                      }
                    if (_errs4 === errors && data0.systems !== void 0) {
                      let data1 = data0.systems;
                      if (errors === errors)
                        if (Array.isArray(data1)) {
                          if (data1.length < 1)
                            return (
                              (validate25.errors = [
                                {
                                  instancePath: instancePath + '/scope/systems',
                                  schemaPath: '#/properties/scope/properties/systems/minItems',
                                  keyword: 'minItems',
                                  params: { limit: 1 },
                                },
                              ]),
                              !1
                            );
                          {
                            var valid2 = !0;
                            let len0 = data1.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              let data2 = data1[i0],
                                _errs7 = errors;
                              if (errors === _errs7)
                                if (typeof data2 == 'string') {
                                  if (!pattern20.test(data2))
                                    return (
                                      (validate25.errors = [
                                        {
                                          instancePath: instancePath + '/scope/systems/' + i0,
                                          schemaPath: '#/properties/scope/properties/systems/items/pattern',
                                          keyword: 'pattern',
                                          params: { pattern: '^(\\*|[A-Za-z0-9][A-Za-z0-9._/-]*)$' },
                                        },
                                      ]),
                                      !1
                                    );
                                } else
                                  return (
                                    (validate25.errors = [
                                      {
                                        instancePath: instancePath + '/scope/systems/' + i0,
                                        schemaPath: '#/properties/scope/properties/systems/items/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                      },
                                    ]),
                                    !1
                                  );
                              var valid2 = _errs7 === errors;
                              if (!valid2) break;
                            }
                            if (valid2) {
                              let i1 = data1.length,
                                j0;
                              if (i1 > 1) {
                                let indices0 = {};
                                for (; i1--;) {
                                  let item0 = data1[i1];
                                  if (typeof item0 == 'string') {
                                    if (typeof indices0[item0] == 'number') {
                                      return (
                                        (j0 = indices0[item0]),
                                        (validate25.errors = [
                                          {
                                            instancePath: instancePath + '/scope/systems',
                                            schemaPath: '#/properties/scope/properties/systems/uniqueItems',
                                            keyword: 'uniqueItems',
                                            params: { i: i1, j: j0 },
                                          },
                                        ]),
                                        !1
                                      );
                                      break;
                                    }
                                    indices0[item0] = i1;
                                  }
                                }
                              }
                            }
                          }
                        } else
                          return (
                            (validate25.errors = [
                              {
                                instancePath: instancePath + '/scope/systems',
                                schemaPath: '#/properties/scope/properties/systems/type',
                                keyword: 'type',
                                params: { type: 'array' },
                              },
                            ]),
                            !1
                          );
                    }
                  }
                } else
                  return (
                    (validate25.errors = [
                      {
                        instancePath: instancePath + '/scope',
                        schemaPath: '#/properties/scope/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ]),
                    !1
                  );
            }
          }
        } else
          return (
            (validate25.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }]),
            !1
          );
      return ((validate25.errors = vErrors), errors === 0);
    }
    validate25.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
    exports2.schema6 = validate26;
    function validate26(
      data,
      { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
    ) {
      let vErrors = null,
        errors = 0,
        evaluated0 = validate26.evaluated;
      if (
        (evaluated0.dynamicProps && (evaluated0.props = void 0),
        evaluated0.dynamicItems && (evaluated0.items = void 0),
        errors === 0)
      )
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing0;
          if (data.waivers === void 0 && (missing0 = 'waivers'))
            return (
              (validate26.errors = [
                { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } },
              ]),
              !1
            );
          {
            let _errs1 = errors;
            for (let key0 in data)
              if (key0 !== 'waivers') {
                return (
                  (validate26.errors = [
                    {
                      instancePath,
                      schemaPath: '#/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key0 },
                    },
                  ]),
                  !1
                );
                break;
              }
            if (_errs1 === errors && data.waivers !== void 0) {
              let data0 = data.waivers;
              if (errors === errors)
                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                  let missing1;
                  if (
                    (data0.longest_lifetime_days === void 0 && (missing1 = 'longest_lifetime_days')) ||
                    (data0.entries === void 0 && (missing1 = 'entries'))
                  )
                    return (
                      (validate26.errors = [
                        {
                          instancePath: instancePath + '/waivers',
                          schemaPath: '#/properties/waivers/required',
                          keyword: 'required',
                          params: { missingProperty: missing1 },
                        },
                      ]),
                      !1
                    );
                  {
                    let _errs4 = errors;
                    for (let key1 in data0)
                      if (!(key1 === 'longest_lifetime_days' || key1 === 'entries')) {
                        return (
                          (validate26.errors = [
                            {
                              instancePath: instancePath + '/waivers',
                              schemaPath: '#/properties/waivers/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key1 },
                            },
                          ]),
                          !1
                        );
                        break;
                      }
                    if (_errs4 === errors) {
                      if (data0.longest_lifetime_days !== void 0) {
                        let data1 = data0.longest_lifetime_days,
                          _errs5 = errors;
                        if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                          return (
                            (validate26.errors = [
                              {
                                instancePath: instancePath + '/waivers/longest_lifetime_days',
                                schemaPath: '#/properties/waivers/properties/longest_lifetime_days/type',
                                keyword: 'type',
                                params: { type: 'integer' },
                              },
                            ]),
                            !1
                          );
                        if (errors === _errs5 && typeof data1 == 'number' && isFinite(data1)) {
                          if (data1 > 366 || isNaN(data1))
                            return (
                              (validate26.errors = [
                                {
                                  instancePath: instancePath + '/waivers/longest_lifetime_days',
                                  schemaPath: '#/properties/waivers/properties/longest_lifetime_days/maximum',
                                  keyword: 'maximum',
                                  params: { comparison: '<=', limit: 366 },
                                },
                              ]),
                              !1
                            );
                          if (data1 < 1 || isNaN(data1))
                            return (
                              (validate26.errors = [
                                {
                                  instancePath: instancePath + '/waivers/longest_lifetime_days',
                                  schemaPath: '#/properties/waivers/properties/longest_lifetime_days/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 1 },
                                },
                              ]),
                              !1
                            );
                        }
                        var valid1 = _errs5 === errors;
                      } else var valid1 = !0;
                      if (valid1)
                        if (data0.entries !== void 0) {
                          let data2 = data0.entries,
                            _errs7 = errors;
                          if (errors === _errs7)
                            if (Array.isArray(data2)) {
                              var valid2 = !0;
                              let len0 = data2.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                let data3 = data2[i0],
                                  _errs9 = errors;
                                if (errors === _errs9)
                                  if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
                                    let missing2;
                                    if (
                                      (data3.rule === void 0 && (missing2 = 'rule')) ||
                                      (data3.address === void 0 && (missing2 = 'address')) ||
                                      (data3.reason === void 0 && (missing2 = 'reason')) ||
                                      (data3.owner === void 0 && (missing2 = 'owner')) ||
                                      (data3.expires === void 0 && (missing2 = 'expires'))
                                    )
                                      return (
                                        (validate26.errors = [
                                          {
                                            instancePath: instancePath + '/waivers/entries/' + i0,
                                            schemaPath: '#/properties/waivers/properties/entries/items/required',
                                            keyword: 'required',
                                            params: { missingProperty: missing2 },
                                          },
                                        ]),
                                        !1
                                      );
                                    {
                                      let _errs11 = errors;
                                      for (let key2 in data3)
                                        if (!(
                                          key2 === 'rule' ||
                                          key2 === 'address' ||
                                          key2 === 'stack' ||
                                          key2 === 'reason' ||
                                          key2 === 'owner' ||
                                          key2 === 'expires'
                                        )) {
                                          return (
                                            (validate26.errors = [
                                              {
                                                instancePath: instancePath + '/waivers/entries/' + i0,
                                                schemaPath:
                                                  '#/properties/waivers/properties/entries/items/additionalProperties',
                                                keyword: 'additionalProperties',
                                                params: { additionalProperty: key2 },
                                              },
                                            ]),
                                            !1
                                          );
                                          break;
                                        }
                                      if (_errs11 === errors) {
                                        if (data3.rule !== void 0) {
                                          let data4 = data3.rule,
                                            _errs12 = errors;
                                          if (errors === _errs12)
                                            if (typeof data4 == 'string') {
                                              if (!pattern4.test(data4))
                                                return (
                                                  (validate26.errors = [
                                                    {
                                                      instancePath: instancePath + '/waivers/entries/' + i0 + '/rule',
                                                      schemaPath:
                                                        '#/properties/waivers/properties/entries/items/properties/rule/pattern',
                                                      keyword: 'pattern',
                                                      params: { pattern: '^[A-Z][A-Z0-9]*-[0-9]{3}$' },
                                                    },
                                                  ]),
                                                  !1
                                                );
                                            } else
                                              return (
                                                (validate26.errors = [
                                                  {
                                                    instancePath: instancePath + '/waivers/entries/' + i0 + '/rule',
                                                    schemaPath:
                                                      '#/properties/waivers/properties/entries/items/properties/rule/type',
                                                    keyword: 'type',
                                                    params: { type: 'string' },
                                                  },
                                                ]),
                                                !1
                                              );
                                          var valid3 = _errs12 === errors;
                                        } else var valid3 = !0;
                                        if (valid3) {
                                          if (data3.address !== void 0) {
                                            let data5 = data3.address,
                                              _errs14 = errors;
                                            if (errors === _errs14)
                                              if (typeof data5 == 'string') {
                                                if (func4(data5) < 1)
                                                  return (
                                                    (validate26.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath + '/waivers/entries/' + i0 + '/address',
                                                        schemaPath:
                                                          '#/properties/waivers/properties/entries/items/properties/address/minLength',
                                                        keyword: 'minLength',
                                                        params: { limit: 1 },
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                              } else
                                                return (
                                                  (validate26.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath + '/waivers/entries/' + i0 + '/address',
                                                      schemaPath:
                                                        '#/properties/waivers/properties/entries/items/properties/address/type',
                                                      keyword: 'type',
                                                      params: { type: 'string' },
                                                    },
                                                  ]),
                                                  !1
                                                );
                                            var valid3 = _errs14 === errors;
                                          } else var valid3 = !0;
                                          if (valid3) {
                                            if (data3.stack !== void 0) {
                                              let data6 = data3.stack,
                                                _errs16 = errors;
                                              if (errors === _errs16)
                                                if (typeof data6 == 'string') {
                                                  if (func4(data6) < 1)
                                                    return (
                                                      (validate26.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath + '/waivers/entries/' + i0 + '/stack',
                                                          schemaPath:
                                                            '#/properties/waivers/properties/entries/items/properties/stack/minLength',
                                                          keyword: 'minLength',
                                                          params: { limit: 1 },
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                } else
                                                  return (
                                                    (validate26.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath + '/waivers/entries/' + i0 + '/stack',
                                                        schemaPath:
                                                          '#/properties/waivers/properties/entries/items/properties/stack/type',
                                                        keyword: 'type',
                                                        params: { type: 'string' },
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                              var valid3 = _errs16 === errors;
                                            } else var valid3 = !0;
                                            if (valid3) {
                                              if (data3.reason !== void 0) {
                                                let data7 = data3.reason,
                                                  _errs18 = errors;
                                                if (errors === _errs18)
                                                  if (typeof data7 == 'string') {
                                                    if (func4(data7) < 10)
                                                      return (
                                                        (validate26.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath + '/waivers/entries/' + i0 + '/reason',
                                                            schemaPath:
                                                              '#/properties/waivers/properties/entries/items/properties/reason/minLength',
                                                            keyword: 'minLength',
                                                            params: { limit: 10 },
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                  } else
                                                    return (
                                                      (validate26.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath + '/waivers/entries/' + i0 + '/reason',
                                                          schemaPath:
                                                            '#/properties/waivers/properties/entries/items/properties/reason/type',
                                                          keyword: 'type',
                                                          params: { type: 'string' },
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                var valid3 = _errs18 === errors;
                                              } else var valid3 = !0;
                                              if (valid3) {
                                                if (data3.owner !== void 0) {
                                                  let data8 = data3.owner,
                                                    _errs20 = errors;
                                                  if (errors === _errs20)
                                                    if (typeof data8 == 'string') {
                                                      if (func4(data8) < 1)
                                                        return (
                                                          (validate26.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath + '/waivers/entries/' + i0 + '/owner',
                                                              schemaPath:
                                                                '#/properties/waivers/properties/entries/items/properties/owner/minLength',
                                                              keyword: 'minLength',
                                                              params: { limit: 1 },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    } else
                                                      return (
                                                        (validate26.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath + '/waivers/entries/' + i0 + '/owner',
                                                            schemaPath:
                                                              '#/properties/waivers/properties/entries/items/properties/owner/type',
                                                            keyword: 'type',
                                                            params: { type: 'string' },
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                  var valid3 = _errs20 === errors;
                                                } else var valid3 = !0;
                                                if (valid3)
                                                  if (data3.expires !== void 0) {
                                                    let data9 = data3.expires,
                                                      _errs22 = errors;
                                                    if (errors === _errs22)
                                                      if (typeof data9 == 'string') {
                                                        if (!pattern12.test(data9))
                                                          return (
                                                            (validate26.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath + '/waivers/entries/' + i0 + '/expires',
                                                                schemaPath:
                                                                  '#/properties/waivers/properties/entries/items/properties/expires/pattern',
                                                                keyword: 'pattern',
                                                                params: { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      } else
                                                        return (
                                                          (validate26.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath + '/waivers/entries/' + i0 + '/expires',
                                                              schemaPath:
                                                                '#/properties/waivers/properties/entries/items/properties/expires/type',
                                                              keyword: 'type',
                                                              params: { type: 'string' },
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    var valid3 = _errs22 === errors;
                                                  } else var valid3 = !0;
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  } else
                                    return (
                                      (validate26.errors = [
                                        {
                                          instancePath: instancePath + '/waivers/entries/' + i0,
                                          schemaPath: '#/properties/waivers/properties/entries/items/type',
                                          keyword: 'type',
                                          params: { type: 'object' },
                                        },
                                      ]),
                                      !1
                                    );
                                var valid2 = _errs9 === errors;
                                if (!valid2) break;
                              }
                            } else
                              return (
                                (validate26.errors = [
                                  {
                                    instancePath: instancePath + '/waivers/entries',
                                    schemaPath: '#/properties/waivers/properties/entries/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                  },
                                ]),
                                !1
                              );
                          var valid1 = _errs7 === errors;
                        } else var valid1 = !0;
                    }
                  }
                } else
                  return (
                    (validate26.errors = [
                      {
                        instancePath: instancePath + '/waivers',
                        schemaPath: '#/properties/waivers/type',
                        keyword: 'type',
                        params: { type: 'object' },
                      },
                    ]),
                    !1
                  );
            }
          }
        } else
          return (
            (validate26.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }]),
            !1
          );
      return ((validate26.errors = vErrors), errors === 0);
    }
    validate26.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
    exports2.compiledSchemas = {
      '2bdcd30355828372702df2bd4be8b7486fd15885a1a1be0e903e36fef8a6dcfa': exports2.schema0,
      e78453246843285a2ec397fbc24e6e008b61038329d782afad6e82ac55ab6e38: exports2.schema1,
      f043b150c7447ff4aa37d8aee2c812549f85685a9b719f2ceb7bf818992cbb67: exports2.schema2,
      '6d8dc0847edc410de7232a7a7418d4e7ca2b391c2ac5a57e4e8ccaa8c6432be4': exports2.schema3,
      '46bd4a16a272966625e804410550fead1114dc3d9f0f5002930bfc919bd69f20': exports2.schema4,
      f0437cdc8fa7510bf171739322117df7eb8ca74399f9bbc9ed78711dce09233d: exports2.schema5,
      '6c2725835e92b39cd790e1867dee77592b916e4920a4291aa02474cc17f1b2f1': exports2.schema6,
    };
  },
});
var require_code = __commonJS({
  '../node_modules/ajv/dist/compile/codegen/code.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.regexpCode =
      exports2.getEsmExportName =
      exports2.getProperty =
      exports2.safeStringify =
      exports2.stringify =
      exports2.strConcat =
      exports2.addCodeArg =
      exports2.str =
      exports2._ =
      exports2.nil =
      exports2._Code =
      exports2.Name =
      exports2.IDENTIFIER =
      exports2._CodeOrName =
        void 0;
    var _CodeOrName = class {};
    exports2._CodeOrName = _CodeOrName;
    exports2.IDENTIFIER = /^[a-z$_][a-z$_0-9]*$/i;
    var Name = class extends _CodeOrName {
      constructor(s) {
        if ((super(), !exports2.IDENTIFIER.test(s))) throw new Error('CodeGen: name must be a valid identifier');
        this.str = s;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        return !1;
      }
      get names() {
        return { [this.str]: 1 };
      }
    };
    exports2.Name = Name;
    var _Code = class extends _CodeOrName {
      constructor(code2) {
        (super(), (this._items = typeof code2 == 'string' ? [code2] : code2));
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        if (this._items.length > 1) return !1;
        let item = this._items[0];
        return item === '' || item === '""';
      }
      get str() {
        var _a;
        return (_a = this._str) !== null && _a !== void 0
          ? _a
          : (this._str = this._items.reduce((s, c) => `${s}${c}`, ''));
      }
      get names() {
        var _a;
        return (_a = this._names) !== null && _a !== void 0
          ? _a
          : (this._names = this._items.reduce(
              (names, c) => (c instanceof Name && (names[c.str] = (names[c.str] || 0) + 1), names),
              {},
            ));
      }
    };
    exports2._Code = _Code;
    exports2.nil = new _Code('');
    function _(strs, ...args) {
      let code2 = [strs[0]],
        i = 0;
      for (; i < args.length;) (addCodeArg(code2, args[i]), code2.push(strs[++i]));
      return new _Code(code2);
    }
    exports2._ = _;
    var plus = new _Code('+');
    function str(strs, ...args) {
      let expr = [safeStringify(strs[0])],
        i = 0;
      for (; i < args.length;) (expr.push(plus), addCodeArg(expr, args[i]), expr.push(plus, safeStringify(strs[++i])));
      return (optimize(expr), new _Code(expr));
    }
    exports2.str = str;
    function addCodeArg(code2, arg) {
      arg instanceof _Code
        ? code2.push(...arg._items)
        : arg instanceof Name
          ? code2.push(arg)
          : code2.push(interpolate(arg));
    }
    exports2.addCodeArg = addCodeArg;
    function optimize(expr) {
      let i = 1;
      for (; i < expr.length - 1;) {
        if (expr[i] === plus) {
          let res = mergeExprItems(expr[i - 1], expr[i + 1]);
          if (res !== void 0) {
            expr.splice(i - 1, 3, res);
            continue;
          }
          expr[i++] = '+';
        }
        i++;
      }
    }
    function mergeExprItems(a, b) {
      if (b === '""') return a;
      if (a === '""') return b;
      if (typeof a == 'string')
        return b instanceof Name || a[a.length - 1] !== '"'
          ? void 0
          : typeof b != 'string'
            ? `${a.slice(0, -1)}${b}"`
            : b[0] === '"'
              ? a.slice(0, -1) + b.slice(1)
              : void 0;
      if (typeof b == 'string' && b[0] === '"' && !(a instanceof Name)) return `"${a}${b.slice(1)}`;
    }
    function strConcat(c1, c2) {
      return c2.emptyStr() ? c1 : c1.emptyStr() ? c2 : str`${c1}${c2}`;
    }
    exports2.strConcat = strConcat;
    function interpolate(x) {
      return typeof x == 'number' || typeof x == 'boolean' || x === null
        ? x
        : safeStringify(Array.isArray(x) ? x.join(',') : x);
    }
    function stringify(x) {
      return new _Code(safeStringify(x));
    }
    exports2.stringify = stringify;
    function safeStringify(x) {
      return JSON.stringify(x)
        .replace(/\u2028/g, '\\u2028')
        .replace(/\u2029/g, '\\u2029');
    }
    exports2.safeStringify = safeStringify;
    function getProperty(key) {
      return typeof key == 'string' && exports2.IDENTIFIER.test(key) ? new _Code(`.${key}`) : _`[${key}]`;
    }
    exports2.getProperty = getProperty;
    function getEsmExportName(key) {
      if (typeof key == 'string' && exports2.IDENTIFIER.test(key)) return new _Code(`${key}`);
      throw new Error(`CodeGen: invalid export name: ${key}, use explicit $id name mapping`);
    }
    exports2.getEsmExportName = getEsmExportName;
    function regexpCode(rx) {
      return new _Code(rx.toString());
    }
    exports2.regexpCode = regexpCode;
  },
});
var require_scope = __commonJS({
  '../node_modules/ajv/dist/compile/codegen/scope.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.ValueScope =
      exports2.ValueScopeName =
      exports2.Scope =
      exports2.varKinds =
      exports2.UsedValueState =
        void 0;
    var code_1 = require_code(),
      ValueError = class extends Error {
        constructor(name) {
          (super(`CodeGen: "code" for ${name} not defined`), (this.value = name.value));
        }
      },
      UsedValueState;
    (function (UsedValueState2) {
      ((UsedValueState2[(UsedValueState2.Started = 0)] = 'Started'),
        (UsedValueState2[(UsedValueState2.Completed = 1)] = 'Completed'));
    })(UsedValueState || (exports2.UsedValueState = UsedValueState = {}));
    exports2.varKinds = { const: new code_1.Name('const'), let: new code_1.Name('let'), var: new code_1.Name('var') };
    var Scope = class {
      constructor({ prefixes, parent } = {}) {
        ((this._names = {}), (this._prefixes = prefixes), (this._parent = parent));
      }
      toName(nameOrPrefix) {
        return nameOrPrefix instanceof code_1.Name ? nameOrPrefix : this.name(nameOrPrefix);
      }
      name(prefix) {
        return new code_1.Name(this._newName(prefix));
      }
      _newName(prefix) {
        let ng = this._names[prefix] || this._nameGroup(prefix);
        return `${prefix}${ng.index++}`;
      }
      _nameGroup(prefix) {
        var _a, _b;
        if (
          (!((_b = (_a = this._parent) === null || _a === void 0 ? void 0 : _a._prefixes) === null || _b === void 0) &&
            _b.has(prefix)) ||
          (this._prefixes && !this._prefixes.has(prefix))
        )
          throw new Error(`CodeGen: prefix "${prefix}" is not allowed in this scope`);
        return (this._names[prefix] = { prefix, index: 0 });
      }
    };
    exports2.Scope = Scope;
    var ValueScopeName = class extends code_1.Name {
      constructor(prefix, nameStr) {
        (super(nameStr), (this.prefix = prefix));
      }
      setValue(value, { property, itemIndex }) {
        ((this.value = value), (this.scopePath = (0, code_1._)`.${new code_1.Name(property)}[${itemIndex}]`));
      }
    };
    exports2.ValueScopeName = ValueScopeName;
    var line = (0, code_1._)`\n`,
      ValueScope = class extends Scope {
        constructor(opts) {
          (super(opts),
            (this._values = {}),
            (this._scope = opts.scope),
            (this.opts = { ...opts, _n: opts.lines ? line : code_1.nil }));
        }
        get() {
          return this._scope;
        }
        name(prefix) {
          return new ValueScopeName(prefix, this._newName(prefix));
        }
        value(nameOrPrefix, value) {
          var _a;
          if (value.ref === void 0) throw new Error('CodeGen: ref must be passed in value');
          let name = this.toName(nameOrPrefix),
            { prefix } = name,
            valueKey = (_a = value.key) !== null && _a !== void 0 ? _a : value.ref,
            vs = this._values[prefix];
          if (vs) {
            let _name = vs.get(valueKey);
            if (_name) return _name;
          } else vs = this._values[prefix] = new Map();
          vs.set(valueKey, name);
          let s = this._scope[prefix] || (this._scope[prefix] = []),
            itemIndex = s.length;
          return ((s[itemIndex] = value.ref), name.setValue(value, { property: prefix, itemIndex }), name);
        }
        getValue(prefix, keyOrRef) {
          let vs = this._values[prefix];
          if (vs) return vs.get(keyOrRef);
        }
        scopeRefs(scopeName, values = this._values) {
          return this._reduceValues(values, (name) => {
            if (name.scopePath === void 0) throw new Error(`CodeGen: name "${name}" has no value`);
            return (0, code_1._)`${scopeName}${name.scopePath}`;
          });
        }
        scopeCode(values = this._values, usedValues, getCode) {
          return this._reduceValues(
            values,
            (name) => {
              if (name.value === void 0) throw new Error(`CodeGen: name "${name}" has no value`);
              return name.value.code;
            },
            usedValues,
            getCode,
          );
        }
        _reduceValues(values, valueCode, usedValues = {}, getCode) {
          let code2 = code_1.nil;
          for (let prefix in values) {
            let vs = values[prefix];
            if (!vs) continue;
            let nameSet = (usedValues[prefix] = usedValues[prefix] || new Map());
            vs.forEach((name) => {
              if (nameSet.has(name)) return;
              nameSet.set(name, UsedValueState.Started);
              let c = valueCode(name);
              if (c) {
                let def = this.opts.es5 ? exports2.varKinds.var : exports2.varKinds.const;
                code2 = (0, code_1._)`${code2}${def} ${name} = ${c};${this.opts._n}`;
              } else if ((c = getCode?.(name))) code2 = (0, code_1._)`${code2}${c}${this.opts._n}`;
              else throw new ValueError(name);
              nameSet.set(name, UsedValueState.Completed);
            });
          }
          return code2;
        }
      };
    exports2.ValueScope = ValueScope;
  },
});
var require_codegen = __commonJS({
  '../node_modules/ajv/dist/compile/codegen/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.or =
      exports2.and =
      exports2.not =
      exports2.CodeGen =
      exports2.operators =
      exports2.varKinds =
      exports2.ValueScopeName =
      exports2.ValueScope =
      exports2.Scope =
      exports2.Name =
      exports2.regexpCode =
      exports2.stringify =
      exports2.getProperty =
      exports2.nil =
      exports2.strConcat =
      exports2.str =
      exports2._ =
        void 0;
    var code_1 = require_code(),
      scope_1 = require_scope(),
      code_2 = require_code();
    Object.defineProperty(exports2, '_', {
      enumerable: !0,
      get: function () {
        return code_2._;
      },
    });
    Object.defineProperty(exports2, 'str', {
      enumerable: !0,
      get: function () {
        return code_2.str;
      },
    });
    Object.defineProperty(exports2, 'strConcat', {
      enumerable: !0,
      get: function () {
        return code_2.strConcat;
      },
    });
    Object.defineProperty(exports2, 'nil', {
      enumerable: !0,
      get: function () {
        return code_2.nil;
      },
    });
    Object.defineProperty(exports2, 'getProperty', {
      enumerable: !0,
      get: function () {
        return code_2.getProperty;
      },
    });
    Object.defineProperty(exports2, 'stringify', {
      enumerable: !0,
      get: function () {
        return code_2.stringify;
      },
    });
    Object.defineProperty(exports2, 'regexpCode', {
      enumerable: !0,
      get: function () {
        return code_2.regexpCode;
      },
    });
    Object.defineProperty(exports2, 'Name', {
      enumerable: !0,
      get: function () {
        return code_2.Name;
      },
    });
    var scope_2 = require_scope();
    Object.defineProperty(exports2, 'Scope', {
      enumerable: !0,
      get: function () {
        return scope_2.Scope;
      },
    });
    Object.defineProperty(exports2, 'ValueScope', {
      enumerable: !0,
      get: function () {
        return scope_2.ValueScope;
      },
    });
    Object.defineProperty(exports2, 'ValueScopeName', {
      enumerable: !0,
      get: function () {
        return scope_2.ValueScopeName;
      },
    });
    Object.defineProperty(exports2, 'varKinds', {
      enumerable: !0,
      get: function () {
        return scope_2.varKinds;
      },
    });
    exports2.operators = {
      GT: new code_1._Code('>'),
      GTE: new code_1._Code('>='),
      LT: new code_1._Code('<'),
      LTE: new code_1._Code('<='),
      EQ: new code_1._Code('==='),
      NEQ: new code_1._Code('!=='),
      NOT: new code_1._Code('!'),
      OR: new code_1._Code('||'),
      AND: new code_1._Code('&&'),
      ADD: new code_1._Code('+'),
    };
    var Node2 = class {
        optimizeNodes() {
          return this;
        }
        optimizeNames(_names, _constants) {
          return this;
        }
      },
      Def = class extends Node2 {
        constructor(varKind, name, rhs) {
          (super(), (this.varKind = varKind), (this.name = name), (this.rhs = rhs));
        }
        render({ es5, _n }) {
          let varKind = es5 ? scope_1.varKinds.var : this.varKind,
            rhs = this.rhs === void 0 ? '' : ` = ${this.rhs}`;
          return `${varKind} ${this.name}${rhs};` + _n;
        }
        optimizeNames(names, constants2) {
          if (names[this.name.str]) return (this.rhs && (this.rhs = optimizeExpr(this.rhs, names, constants2)), this);
        }
        get names() {
          return this.rhs instanceof code_1._CodeOrName ? this.rhs.names : {};
        }
      },
      Assign = class extends Node2 {
        constructor(lhs, rhs, sideEffects) {
          (super(), (this.lhs = lhs), (this.rhs = rhs), (this.sideEffects = sideEffects));
        }
        render({ _n }) {
          return `${this.lhs} = ${this.rhs};` + _n;
        }
        optimizeNames(names, constants2) {
          if (!(this.lhs instanceof code_1.Name && !names[this.lhs.str] && !this.sideEffects))
            return ((this.rhs = optimizeExpr(this.rhs, names, constants2)), this);
        }
        get names() {
          let names = this.lhs instanceof code_1.Name ? {} : { ...this.lhs.names };
          return addExprNames(names, this.rhs);
        }
      },
      AssignOp = class extends Assign {
        constructor(lhs, op, rhs, sideEffects) {
          (super(lhs, rhs, sideEffects), (this.op = op));
        }
        render({ _n }) {
          return `${this.lhs} ${this.op}= ${this.rhs};` + _n;
        }
      },
      Label = class extends Node2 {
        constructor(label) {
          (super(), (this.label = label), (this.names = {}));
        }
        render({ _n }) {
          return `${this.label}:` + _n;
        }
      },
      Break = class extends Node2 {
        constructor(label) {
          (super(), (this.label = label), (this.names = {}));
        }
        render({ _n }) {
          return `break${this.label ? ` ${this.label}` : ''};` + _n;
        }
      },
      Throw = class extends Node2 {
        constructor(error) {
          (super(), (this.error = error));
        }
        render({ _n }) {
          return `throw ${this.error};` + _n;
        }
        get names() {
          return this.error.names;
        }
      },
      AnyCode = class extends Node2 {
        constructor(code2) {
          (super(), (this.code = code2));
        }
        render({ _n }) {
          return `${this.code};` + _n;
        }
        optimizeNodes() {
          return `${this.code}` ? this : void 0;
        }
        optimizeNames(names, constants2) {
          return ((this.code = optimizeExpr(this.code, names, constants2)), this);
        }
        get names() {
          return this.code instanceof code_1._CodeOrName ? this.code.names : {};
        }
      },
      ParentNode = class extends Node2 {
        constructor(nodes = []) {
          (super(), (this.nodes = nodes));
        }
        render(opts) {
          return this.nodes.reduce((code2, n) => code2 + n.render(opts), '');
        }
        optimizeNodes() {
          let { nodes } = this,
            i = nodes.length;
          for (; i--;) {
            let n = nodes[i].optimizeNodes();
            Array.isArray(n) ? nodes.splice(i, 1, ...n) : n ? (nodes[i] = n) : nodes.splice(i, 1);
          }
          return nodes.length > 0 ? this : void 0;
        }
        optimizeNames(names, constants2) {
          let { nodes } = this,
            i = nodes.length;
          for (; i--;) {
            let n = nodes[i];
            n.optimizeNames(names, constants2) || (subtractNames(names, n.names), nodes.splice(i, 1));
          }
          return nodes.length > 0 ? this : void 0;
        }
        get names() {
          return this.nodes.reduce((names, n) => addNames(names, n.names), {});
        }
      },
      BlockNode = class extends ParentNode {
        render(opts) {
          return '{' + opts._n + super.render(opts) + '}' + opts._n;
        }
      },
      Root = class extends ParentNode {},
      Else = class extends BlockNode {};
    Else.kind = 'else';
    var If = class _If extends BlockNode {
      constructor(condition, nodes) {
        (super(nodes), (this.condition = condition));
      }
      render(opts) {
        let code2 = `if(${this.condition})` + super.render(opts);
        return (this.else && (code2 += 'else ' + this.else.render(opts)), code2);
      }
      optimizeNodes() {
        super.optimizeNodes();
        let cond = this.condition;
        if (cond === !0) return this.nodes;
        let e = this.else;
        if (e) {
          let ns = e.optimizeNodes();
          e = this.else = Array.isArray(ns) ? new Else(ns) : ns;
        }
        if (e)
          return cond === !1
            ? e instanceof _If
              ? e
              : e.nodes
            : this.nodes.length
              ? this
              : new _If(not(cond), e instanceof _If ? [e] : e.nodes);
        if (!(cond === !1 || !this.nodes.length)) return this;
      }
      optimizeNames(names, constants2) {
        var _a;
        if (
          ((this.else = (_a = this.else) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants2)),
          !!(super.optimizeNames(names, constants2) || this.else))
        )
          return ((this.condition = optimizeExpr(this.condition, names, constants2)), this);
      }
      get names() {
        let names = super.names;
        return (addExprNames(names, this.condition), this.else && addNames(names, this.else.names), names);
      }
    };
    If.kind = 'if';
    var For = class extends BlockNode {};
    For.kind = 'for';
    var ForLoop = class extends For {
        constructor(iteration) {
          (super(), (this.iteration = iteration));
        }
        render(opts) {
          return `for(${this.iteration})` + super.render(opts);
        }
        optimizeNames(names, constants2) {
          if (super.optimizeNames(names, constants2))
            return ((this.iteration = optimizeExpr(this.iteration, names, constants2)), this);
        }
        get names() {
          return addNames(super.names, this.iteration.names);
        }
      },
      ForRange = class extends For {
        constructor(varKind, name, from, to) {
          (super(), (this.varKind = varKind), (this.name = name), (this.from = from), (this.to = to));
        }
        render(opts) {
          let varKind = opts.es5 ? scope_1.varKinds.var : this.varKind,
            { name, from, to } = this;
          return `for(${varKind} ${name}=${from}; ${name}<${to}; ${name}++)` + super.render(opts);
        }
        get names() {
          let names = addExprNames(super.names, this.from);
          return addExprNames(names, this.to);
        }
      },
      ForIter = class extends For {
        constructor(loop, varKind, name, iterable) {
          (super(), (this.loop = loop), (this.varKind = varKind), (this.name = name), (this.iterable = iterable));
        }
        render(opts) {
          return `for(${this.varKind} ${this.name} ${this.loop} ${this.iterable})` + super.render(opts);
        }
        optimizeNames(names, constants2) {
          if (super.optimizeNames(names, constants2))
            return ((this.iterable = optimizeExpr(this.iterable, names, constants2)), this);
        }
        get names() {
          return addNames(super.names, this.iterable.names);
        }
      },
      Func = class extends BlockNode {
        constructor(name, args, async) {
          (super(), (this.name = name), (this.args = args), (this.async = async));
        }
        render(opts) {
          return `${this.async ? 'async ' : ''}function ${this.name}(${this.args})` + super.render(opts);
        }
      };
    Func.kind = 'func';
    var Return = class extends ParentNode {
      render(opts) {
        return 'return ' + super.render(opts);
      }
    };
    Return.kind = 'return';
    var Try = class extends BlockNode {
        render(opts) {
          let code2 = 'try' + super.render(opts);
          return (
            this.catch && (code2 += this.catch.render(opts)),
            this.finally && (code2 += this.finally.render(opts)),
            code2
          );
        }
        optimizeNodes() {
          var _a, _b;
          return (
            super.optimizeNodes(),
            (_a = this.catch) === null || _a === void 0 || _a.optimizeNodes(),
            (_b = this.finally) === null || _b === void 0 || _b.optimizeNodes(),
            this
          );
        }
        optimizeNames(names, constants2) {
          var _a, _b;
          return (
            super.optimizeNames(names, constants2),
            (_a = this.catch) === null || _a === void 0 || _a.optimizeNames(names, constants2),
            (_b = this.finally) === null || _b === void 0 || _b.optimizeNames(names, constants2),
            this
          );
        }
        get names() {
          let names = super.names;
          return (
            this.catch && addNames(names, this.catch.names),
            this.finally && addNames(names, this.finally.names),
            names
          );
        }
      },
      Catch = class extends BlockNode {
        constructor(error) {
          (super(), (this.error = error));
        }
        render(opts) {
          return `catch(${this.error})` + super.render(opts);
        }
      };
    Catch.kind = 'catch';
    var Finally = class extends BlockNode {
      render(opts) {
        return 'finally' + super.render(opts);
      }
    };
    Finally.kind = 'finally';
    var CodeGen = class {
      constructor(extScope, opts = {}) {
        ((this._values = {}),
          (this._blockStarts = []),
          (this._constants = {}),
          (this.opts = {
            ...opts,
            _n: opts.lines
              ? `
`
              : '',
          }),
          (this._extScope = extScope),
          (this._scope = new scope_1.Scope({ parent: extScope })),
          (this._nodes = [new Root()]));
      }
      toString() {
        return this._root.render(this.opts);
      }
      name(prefix) {
        return this._scope.name(prefix);
      }
      scopeName(prefix) {
        return this._extScope.name(prefix);
      }
      scopeValue(prefixOrName, value) {
        let name = this._extScope.value(prefixOrName, value);
        return ((this._values[name.prefix] || (this._values[name.prefix] = new Set())).add(name), name);
      }
      getScopeValue(prefix, keyOrRef) {
        return this._extScope.getValue(prefix, keyOrRef);
      }
      scopeRefs(scopeName) {
        return this._extScope.scopeRefs(scopeName, this._values);
      }
      scopeCode() {
        return this._extScope.scopeCode(this._values);
      }
      _def(varKind, nameOrPrefix, rhs, constant) {
        let name = this._scope.toName(nameOrPrefix);
        return (
          rhs !== void 0 && constant && (this._constants[name.str] = rhs),
          this._leafNode(new Def(varKind, name, rhs)),
          name
        );
      }
      const(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.const, nameOrPrefix, rhs, _constant);
      }
      let(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.let, nameOrPrefix, rhs, _constant);
      }
      var(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.var, nameOrPrefix, rhs, _constant);
      }
      assign(lhs, rhs, sideEffects) {
        return this._leafNode(new Assign(lhs, rhs, sideEffects));
      }
      add(lhs, rhs) {
        return this._leafNode(new AssignOp(lhs, exports2.operators.ADD, rhs));
      }
      code(c) {
        return (typeof c == 'function' ? c() : c !== code_1.nil && this._leafNode(new AnyCode(c)), this);
      }
      object(...keyValues) {
        let code2 = ['{'];
        for (let [key, value] of keyValues)
          (code2.length > 1 && code2.push(','),
            code2.push(key),
            (key !== value || this.opts.es5) && (code2.push(':'), (0, code_1.addCodeArg)(code2, value)));
        return (code2.push('}'), new code_1._Code(code2));
      }
      if(condition, thenBody, elseBody) {
        if ((this._blockNode(new If(condition)), thenBody && elseBody))
          this.code(thenBody).else().code(elseBody).endIf();
        else if (thenBody) this.code(thenBody).endIf();
        else if (elseBody) throw new Error('CodeGen: "else" body without "then" body');
        return this;
      }
      elseIf(condition) {
        return this._elseNode(new If(condition));
      }
      else() {
        return this._elseNode(new Else());
      }
      endIf() {
        return this._endBlockNode(If, Else);
      }
      _for(node, forBody) {
        return (this._blockNode(node), forBody && this.code(forBody).endFor(), this);
      }
      for(iteration, forBody) {
        return this._for(new ForLoop(iteration), forBody);
      }
      forRange(nameOrPrefix, from, to, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.let) {
        let name = this._scope.toName(nameOrPrefix);
        return this._for(new ForRange(varKind, name, from, to), () => forBody(name));
      }
      forOf(nameOrPrefix, iterable, forBody, varKind = scope_1.varKinds.const) {
        let name = this._scope.toName(nameOrPrefix);
        if (this.opts.es5) {
          let arr = iterable instanceof code_1.Name ? iterable : this.var('_arr', iterable);
          return this.forRange('_i', 0, (0, code_1._)`${arr}.length`, (i) => {
            (this.var(name, (0, code_1._)`${arr}[${i}]`), forBody(name));
          });
        }
        return this._for(new ForIter('of', varKind, name, iterable), () => forBody(name));
      }
      forIn(nameOrPrefix, obj, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.const) {
        if (this.opts.ownProperties) return this.forOf(nameOrPrefix, (0, code_1._)`Object.keys(${obj})`, forBody);
        let name = this._scope.toName(nameOrPrefix);
        return this._for(new ForIter('in', varKind, name, obj), () => forBody(name));
      }
      endFor() {
        return this._endBlockNode(For);
      }
      label(label) {
        return this._leafNode(new Label(label));
      }
      break(label) {
        return this._leafNode(new Break(label));
      }
      return(value) {
        let node = new Return();
        if ((this._blockNode(node), this.code(value), node.nodes.length !== 1))
          throw new Error('CodeGen: "return" should have one node');
        return this._endBlockNode(Return);
      }
      try(tryBody, catchCode, finallyCode) {
        if (!catchCode && !finallyCode) throw new Error('CodeGen: "try" without "catch" and "finally"');
        let node = new Try();
        if ((this._blockNode(node), this.code(tryBody), catchCode)) {
          let error = this.name('e');
          ((this._currNode = node.catch = new Catch(error)), catchCode(error));
        }
        return (
          finallyCode && ((this._currNode = node.finally = new Finally()), this.code(finallyCode)),
          this._endBlockNode(Catch, Finally)
        );
      }
      throw(error) {
        return this._leafNode(new Throw(error));
      }
      block(body, nodeCount) {
        return (this._blockStarts.push(this._nodes.length), body && this.code(body).endBlock(nodeCount), this);
      }
      endBlock(nodeCount) {
        let len = this._blockStarts.pop();
        if (len === void 0) throw new Error('CodeGen: not in self-balancing block');
        let toClose = this._nodes.length - len;
        if (toClose < 0 || (nodeCount !== void 0 && toClose !== nodeCount))
          throw new Error(`CodeGen: wrong number of nodes: ${toClose} vs ${nodeCount} expected`);
        return ((this._nodes.length = len), this);
      }
      func(name, args = code_1.nil, async, funcBody) {
        return (this._blockNode(new Func(name, args, async)), funcBody && this.code(funcBody).endFunc(), this);
      }
      endFunc() {
        return this._endBlockNode(Func);
      }
      optimize(n = 1) {
        for (; n-- > 0;) (this._root.optimizeNodes(), this._root.optimizeNames(this._root.names, this._constants));
      }
      _leafNode(node) {
        return (this._currNode.nodes.push(node), this);
      }
      _blockNode(node) {
        (this._currNode.nodes.push(node), this._nodes.push(node));
      }
      _endBlockNode(N1, N2) {
        let n = this._currNode;
        if (n instanceof N1 || (N2 && n instanceof N2)) return (this._nodes.pop(), this);
        throw new Error(`CodeGen: not in block "${N2 ? `${N1.kind}/${N2.kind}` : N1.kind}"`);
      }
      _elseNode(node) {
        let n = this._currNode;
        if (!(n instanceof If)) throw new Error('CodeGen: "else" without "if"');
        return ((this._currNode = n.else = node), this);
      }
      get _root() {
        return this._nodes[0];
      }
      get _currNode() {
        let ns = this._nodes;
        return ns[ns.length - 1];
      }
      set _currNode(node) {
        let ns = this._nodes;
        ns[ns.length - 1] = node;
      }
    };
    exports2.CodeGen = CodeGen;
    function addNames(names, from) {
      for (let n in from) names[n] = (names[n] || 0) + (from[n] || 0);
      return names;
    }
    function addExprNames(names, from) {
      return from instanceof code_1._CodeOrName ? addNames(names, from.names) : names;
    }
    function optimizeExpr(expr, names, constants2) {
      if (expr instanceof code_1.Name) return replaceName(expr);
      if (!canOptimize(expr)) return expr;
      return new code_1._Code(
        expr._items.reduce(
          (items, c) => (
            c instanceof code_1.Name && (c = replaceName(c)),
            c instanceof code_1._Code ? items.push(...c._items) : items.push(c),
            items
          ),
          [],
        ),
      );
      function replaceName(n) {
        let c = constants2[n.str];
        return c === void 0 || names[n.str] !== 1 ? n : (delete names[n.str], c);
      }
      function canOptimize(e) {
        return (
          e instanceof code_1._Code &&
          e._items.some((c) => c instanceof code_1.Name && names[c.str] === 1 && constants2[c.str] !== void 0)
        );
      }
    }
    function subtractNames(names, from) {
      for (let n in from) names[n] = (names[n] || 0) - (from[n] || 0);
    }
    function not(x) {
      return typeof x == 'boolean' || typeof x == 'number' || x === null ? !x : (0, code_1._)`!${par(x)}`;
    }
    exports2.not = not;
    var andCode = mappend(exports2.operators.AND);
    function and(...args) {
      return args.reduce(andCode);
    }
    exports2.and = and;
    var orCode = mappend(exports2.operators.OR);
    function or(...args) {
      return args.reduce(orCode);
    }
    exports2.or = or;
    function mappend(op) {
      return (x, y) => (x === code_1.nil ? y : y === code_1.nil ? x : (0, code_1._)`${par(x)} ${op} ${par(y)}`);
    }
    function par(x) {
      return x instanceof code_1.Name ? x : (0, code_1._)`(${x})`;
    }
  },
});
var require_util = __commonJS({
  '../node_modules/ajv/dist/compile/util.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.checkStrictMode =
      exports2.getErrorPath =
      exports2.Type =
      exports2.useFunc =
      exports2.setEvaluated =
      exports2.evaluatedPropsToName =
      exports2.mergeEvaluated =
      exports2.eachItem =
      exports2.unescapeJsonPointer =
      exports2.escapeJsonPointer =
      exports2.escapeFragment =
      exports2.unescapeFragment =
      exports2.schemaRefOrVal =
      exports2.schemaHasRulesButRef =
      exports2.schemaHasRules =
      exports2.checkUnknownRules =
      exports2.alwaysValidSchema =
      exports2.toHash =
        void 0;
    var codegen_1 = require_codegen(),
      code_1 = require_code();
    function toHash(arr) {
      let hash = {};
      for (let item of arr) hash[item] = !0;
      return hash;
    }
    exports2.toHash = toHash;
    function alwaysValidSchema(it, schema) {
      return typeof schema == 'boolean'
        ? schema
        : Object.keys(schema).length === 0
          ? !0
          : (checkUnknownRules(it, schema), !schemaHasRules(schema, it.self.RULES.all));
    }
    exports2.alwaysValidSchema = alwaysValidSchema;
    function checkUnknownRules(it, schema = it.schema) {
      let { opts, self } = it;
      if (!opts.strictSchema || typeof schema == 'boolean') return;
      let rules = self.RULES.keywords;
      for (let key in schema) rules[key] || checkStrictMode(it, `unknown keyword: "${key}"`);
    }
    exports2.checkUnknownRules = checkUnknownRules;
    function schemaHasRules(schema, rules) {
      if (typeof schema == 'boolean') return !schema;
      for (let key in schema) if (rules[key]) return !0;
      return !1;
    }
    exports2.schemaHasRules = schemaHasRules;
    function schemaHasRulesButRef(schema, RULES) {
      if (typeof schema == 'boolean') return !schema;
      for (let key in schema) if (key !== '$ref' && RULES.all[key]) return !0;
      return !1;
    }
    exports2.schemaHasRulesButRef = schemaHasRulesButRef;
    function schemaRefOrVal({ topSchemaRef, schemaPath }, schema, keyword, $data) {
      if (!$data) {
        if (typeof schema == 'number' || typeof schema == 'boolean') return schema;
        if (typeof schema == 'string') return (0, codegen_1._)`${schema}`;
      }
      return (0, codegen_1._)`${topSchemaRef}${schemaPath}${(0, codegen_1.getProperty)(keyword)}`;
    }
    exports2.schemaRefOrVal = schemaRefOrVal;
    function unescapeFragment(str) {
      return unescapeJsonPointer(decodeURIComponent(str));
    }
    exports2.unescapeFragment = unescapeFragment;
    function escapeFragment(str) {
      return encodeURIComponent(escapeJsonPointer(str));
    }
    exports2.escapeFragment = escapeFragment;
    function escapeJsonPointer(str) {
      return typeof str == 'number' ? `${str}` : str.replace(/~/g, '~0').replace(/\//g, '~1');
    }
    exports2.escapeJsonPointer = escapeJsonPointer;
    function unescapeJsonPointer(str) {
      return str.replace(/~1/g, '/').replace(/~0/g, '~');
    }
    exports2.unescapeJsonPointer = unescapeJsonPointer;
    function eachItem(xs, f) {
      if (Array.isArray(xs)) for (let x of xs) f(x);
      else f(xs);
    }
    exports2.eachItem = eachItem;
    function makeMergeEvaluated({ mergeNames, mergeToName, mergeValues, resultToName }) {
      return (gen, from, to, toName) => {
        let res =
          to === void 0
            ? from
            : to instanceof codegen_1.Name
              ? (from instanceof codegen_1.Name ? mergeNames(gen, from, to) : mergeToName(gen, from, to), to)
              : from instanceof codegen_1.Name
                ? (mergeToName(gen, to, from), from)
                : mergeValues(from, to);
        return toName === codegen_1.Name && !(res instanceof codegen_1.Name) ? resultToName(gen, res) : res;
      };
    }
    exports2.mergeEvaluated = {
      props: makeMergeEvaluated({
        mergeNames: (gen, from, to) =>
          gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => {
            gen.if(
              (0, codegen_1._)`${from} === true`,
              () => gen.assign(to, !0),
              () => gen.assign(to, (0, codegen_1._)`${to} || {}`).code((0, codegen_1._)`Object.assign(${to}, ${from})`),
            );
          }),
        mergeToName: (gen, from, to) =>
          gen.if((0, codegen_1._)`${to} !== true`, () => {
            from === !0
              ? gen.assign(to, !0)
              : (gen.assign(to, (0, codegen_1._)`${to} || {}`), setEvaluated(gen, to, from));
          }),
        mergeValues: (from, to) => (from === !0 ? !0 : { ...from, ...to }),
        resultToName: evaluatedPropsToName,
      }),
      items: makeMergeEvaluated({
        mergeNames: (gen, from, to) =>
          gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () =>
            gen.assign(to, (0, codegen_1._)`${from} === true ? true : ${to} > ${from} ? ${to} : ${from}`),
          ),
        mergeToName: (gen, from, to) =>
          gen.if((0, codegen_1._)`${to} !== true`, () =>
            gen.assign(to, from === !0 ? !0 : (0, codegen_1._)`${to} > ${from} ? ${to} : ${from}`),
          ),
        mergeValues: (from, to) => (from === !0 ? !0 : Math.max(from, to)),
        resultToName: (gen, items) => gen.var('items', items),
      }),
    };
    function evaluatedPropsToName(gen, ps) {
      if (ps === !0) return gen.var('props', !0);
      let props = gen.var('props', (0, codegen_1._)`{}`);
      return (ps !== void 0 && setEvaluated(gen, props, ps), props);
    }
    exports2.evaluatedPropsToName = evaluatedPropsToName;
    function setEvaluated(gen, props, ps) {
      Object.keys(ps).forEach((p) => gen.assign((0, codegen_1._)`${props}${(0, codegen_1.getProperty)(p)}`, !0));
    }
    exports2.setEvaluated = setEvaluated;
    var snippets = {};
    function useFunc(gen, f) {
      return gen.scopeValue('func', {
        ref: f,
        code: snippets[f.code] || (snippets[f.code] = new code_1._Code(f.code)),
      });
    }
    exports2.useFunc = useFunc;
    var Type;
    (function (Type2) {
      ((Type2[(Type2.Num = 0)] = 'Num'), (Type2[(Type2.Str = 1)] = 'Str'));
    })(Type || (exports2.Type = Type = {}));
    function getErrorPath(dataProp, dataPropType, jsPropertySyntax) {
      if (dataProp instanceof codegen_1.Name) {
        let isNumber = dataPropType === Type.Num;
        return jsPropertySyntax
          ? isNumber
            ? (0, codegen_1._)`"[" + ${dataProp} + "]"`
            : (0, codegen_1._)`"['" + ${dataProp} + "']"`
          : isNumber
            ? (0, codegen_1._)`"/" + ${dataProp}`
            : (0, codegen_1._)`"/" + ${dataProp}.replace(/~/g, "~0").replace(/\\//g, "~1")`;
      }
      return jsPropertySyntax ? (0, codegen_1.getProperty)(dataProp).toString() : '/' + escapeJsonPointer(dataProp);
    }
    exports2.getErrorPath = getErrorPath;
    function checkStrictMode(it, msg, mode = it.opts.strictSchema) {
      if (mode) {
        if (((msg = `strict mode: ${msg}`), mode === !0)) throw new Error(msg);
        it.self.logger.warn(msg);
      }
    }
    exports2.checkStrictMode = checkStrictMode;
  },
});
var require_names = __commonJS({
  '../node_modules/ajv/dist/compile/names.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      names = {
        data: new codegen_1.Name('data'),
        valCxt: new codegen_1.Name('valCxt'),
        instancePath: new codegen_1.Name('instancePath'),
        parentData: new codegen_1.Name('parentData'),
        parentDataProperty: new codegen_1.Name('parentDataProperty'),
        rootData: new codegen_1.Name('rootData'),
        dynamicAnchors: new codegen_1.Name('dynamicAnchors'),
        vErrors: new codegen_1.Name('vErrors'),
        errors: new codegen_1.Name('errors'),
        this: new codegen_1.Name('this'),
        self: new codegen_1.Name('self'),
        scope: new codegen_1.Name('scope'),
        json: new codegen_1.Name('json'),
        jsonPos: new codegen_1.Name('jsonPos'),
        jsonLen: new codegen_1.Name('jsonLen'),
        jsonPart: new codegen_1.Name('jsonPart'),
      };
    exports2.default = names;
  },
});
var require_errors = __commonJS({
  '../node_modules/ajv/dist/compile/errors.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.extendErrors =
      exports2.resetErrorsCount =
      exports2.reportExtraError =
      exports2.reportError =
      exports2.keyword$DataError =
      exports2.keywordError =
        void 0;
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      names_1 = require_names();
    exports2.keywordError = { message: ({ keyword }) => (0, codegen_1.str)`must pass "${keyword}" keyword validation` };
    exports2.keyword$DataError = {
      message: ({ keyword, schemaType }) =>
        schemaType
          ? (0, codegen_1.str)`"${keyword}" keyword must be ${schemaType} ($data)`
          : (0, codegen_1.str)`"${keyword}" keyword is invalid ($data)`,
    };
    function reportError(cxt, error = exports2.keywordError, errorPaths, overrideAllErrors) {
      let { it } = cxt,
        { gen, compositeRule, allErrors } = it,
        errObj = errorObjectCode(cxt, error, errorPaths);
      (overrideAllErrors ?? (compositeRule || allErrors))
        ? addError(gen, errObj)
        : returnErrors(it, (0, codegen_1._)`[${errObj}]`);
    }
    exports2.reportError = reportError;
    function reportExtraError(cxt, error = exports2.keywordError, errorPaths) {
      let { it } = cxt,
        { gen, compositeRule, allErrors } = it,
        errObj = errorObjectCode(cxt, error, errorPaths);
      (addError(gen, errObj), compositeRule || allErrors || returnErrors(it, names_1.default.vErrors));
    }
    exports2.reportExtraError = reportExtraError;
    function resetErrorsCount(gen, errsCount) {
      (gen.assign(names_1.default.errors, errsCount),
        gen.if((0, codegen_1._)`${names_1.default.vErrors} !== null`, () =>
          gen.if(
            errsCount,
            () => gen.assign((0, codegen_1._)`${names_1.default.vErrors}.length`, errsCount),
            () => gen.assign(names_1.default.vErrors, null),
          ),
        ));
    }
    exports2.resetErrorsCount = resetErrorsCount;
    function extendErrors({ gen, keyword, schemaValue, data, errsCount, it }) {
      if (errsCount === void 0) throw new Error('ajv implementation error');
      let err = gen.name('err');
      gen.forRange('i', errsCount, names_1.default.errors, (i) => {
        (gen.const(err, (0, codegen_1._)`${names_1.default.vErrors}[${i}]`),
          gen.if((0, codegen_1._)`${err}.instancePath === undefined`, () =>
            gen.assign(
              (0, codegen_1._)`${err}.instancePath`,
              (0, codegen_1.strConcat)(names_1.default.instancePath, it.errorPath),
            ),
          ),
          gen.assign((0, codegen_1._)`${err}.schemaPath`, (0, codegen_1.str)`${it.errSchemaPath}/${keyword}`),
          it.opts.verbose &&
            (gen.assign((0, codegen_1._)`${err}.schema`, schemaValue),
            gen.assign((0, codegen_1._)`${err}.data`, data)));
      });
    }
    exports2.extendErrors = extendErrors;
    function addError(gen, errObj) {
      let err = gen.const('err', errObj);
      (gen.if(
        (0, codegen_1._)`${names_1.default.vErrors} === null`,
        () => gen.assign(names_1.default.vErrors, (0, codegen_1._)`[${err}]`),
        (0, codegen_1._)`${names_1.default.vErrors}.push(${err})`,
      ),
        gen.code((0, codegen_1._)`${names_1.default.errors}++`));
    }
    function returnErrors(it, errs) {
      let { gen, validateName, schemaEnv } = it;
      schemaEnv.$async
        ? gen.throw((0, codegen_1._)`new ${it.ValidationError}(${errs})`)
        : (gen.assign((0, codegen_1._)`${validateName}.errors`, errs), gen.return(!1));
    }
    var E = {
      keyword: new codegen_1.Name('keyword'),
      schemaPath: new codegen_1.Name('schemaPath'),
      params: new codegen_1.Name('params'),
      propertyName: new codegen_1.Name('propertyName'),
      message: new codegen_1.Name('message'),
      schema: new codegen_1.Name('schema'),
      parentSchema: new codegen_1.Name('parentSchema'),
    };
    function errorObjectCode(cxt, error, errorPaths) {
      let { createErrors } = cxt.it;
      return createErrors === !1 ? (0, codegen_1._)`{}` : errorObject(cxt, error, errorPaths);
    }
    function errorObject(cxt, error, errorPaths = {}) {
      let { gen, it } = cxt,
        keyValues = [errorInstancePath(it, errorPaths), errorSchemaPath(cxt, errorPaths)];
      return (extraErrorProps(cxt, error, keyValues), gen.object(...keyValues));
    }
    function errorInstancePath({ errorPath }, { instancePath }) {
      let instPath = instancePath
        ? (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(instancePath, util_1.Type.Str)}`
        : errorPath;
      return [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, instPath)];
    }
    function errorSchemaPath({ keyword, it: { errSchemaPath } }, { schemaPath, parentSchema }) {
      let schPath = parentSchema ? errSchemaPath : (0, codegen_1.str)`${errSchemaPath}/${keyword}`;
      return (
        schemaPath &&
          (schPath = (0, codegen_1.str)`${schPath}${(0, util_1.getErrorPath)(schemaPath, util_1.Type.Str)}`),
        [E.schemaPath, schPath]
      );
    }
    function extraErrorProps(cxt, { params, message }, keyValues) {
      let { keyword, data, schemaValue, it } = cxt,
        { opts, propertyName, topSchemaRef, schemaPath } = it;
      (keyValues.push(
        [E.keyword, keyword],
        [E.params, typeof params == 'function' ? params(cxt) : params || (0, codegen_1._)`{}`],
      ),
        opts.messages && keyValues.push([E.message, typeof message == 'function' ? message(cxt) : message]),
        opts.verbose &&
          keyValues.push(
            [E.schema, schemaValue],
            [E.parentSchema, (0, codegen_1._)`${topSchemaRef}${schemaPath}`],
            [names_1.default.data, data],
          ),
        propertyName && keyValues.push([E.propertyName, propertyName]));
    }
  },
});
var require_boolSchema = __commonJS({
  '../node_modules/ajv/dist/compile/validate/boolSchema.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.boolOrEmptySchema = exports2.topBoolOrEmptySchema = void 0;
    var errors_1 = require_errors(),
      codegen_1 = require_codegen(),
      names_1 = require_names(),
      boolError = { message: 'boolean schema is false' };
    function topBoolOrEmptySchema(it) {
      let { gen, schema, validateName } = it;
      schema === !1
        ? falseSchemaError(it, !1)
        : typeof schema == 'object' && schema.$async === !0
          ? gen.return(names_1.default.data)
          : (gen.assign((0, codegen_1._)`${validateName}.errors`, null), gen.return(!0));
    }
    exports2.topBoolOrEmptySchema = topBoolOrEmptySchema;
    function boolOrEmptySchema(it, valid) {
      let { gen, schema } = it;
      schema === !1 ? (gen.var(valid, !1), falseSchemaError(it)) : gen.var(valid, !0);
    }
    exports2.boolOrEmptySchema = boolOrEmptySchema;
    function falseSchemaError(it, overrideAllErrors) {
      let { gen, data } = it,
        cxt = { gen, keyword: 'false schema', data, schema: !1, schemaCode: !1, schemaValue: !1, params: {}, it };
      (0, errors_1.reportError)(cxt, boolError, void 0, overrideAllErrors);
    }
  },
});
var require_rules = __commonJS({
  '../node_modules/ajv/dist/compile/rules.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.getRules = exports2.isJSONType = void 0;
    var _jsonTypes = ['string', 'number', 'integer', 'boolean', 'null', 'object', 'array'],
      jsonTypes = new Set(_jsonTypes);
    function isJSONType(x) {
      return typeof x == 'string' && jsonTypes.has(x);
    }
    exports2.isJSONType = isJSONType;
    function getRules() {
      let groups = {
        number: { type: 'number', rules: [] },
        string: { type: 'string', rules: [] },
        array: { type: 'array', rules: [] },
        object: { type: 'object', rules: [] },
      };
      return {
        types: { ...groups, integer: !0, boolean: !0, null: !0 },
        rules: [{ rules: [] }, groups.number, groups.string, groups.array, groups.object],
        post: { rules: [] },
        all: {},
        keywords: {},
      };
    }
    exports2.getRules = getRules;
  },
});
var require_applicability = __commonJS({
  '../node_modules/ajv/dist/compile/validate/applicability.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.shouldUseRule = exports2.shouldUseGroup = exports2.schemaHasRulesForType = void 0;
    function schemaHasRulesForType({ schema, self }, type) {
      let group = self.RULES.types[type];
      return group && group !== !0 && shouldUseGroup(schema, group);
    }
    exports2.schemaHasRulesForType = schemaHasRulesForType;
    function shouldUseGroup(schema, group) {
      return group.rules.some((rule) => shouldUseRule(schema, rule));
    }
    exports2.shouldUseGroup = shouldUseGroup;
    function shouldUseRule(schema, rule) {
      var _a;
      return (
        schema[rule.keyword] !== void 0 ||
        ((_a = rule.definition.implements) === null || _a === void 0
          ? void 0
          : _a.some((kwd) => schema[kwd] !== void 0))
      );
    }
    exports2.shouldUseRule = shouldUseRule;
  },
});
var require_dataType = __commonJS({
  '../node_modules/ajv/dist/compile/validate/dataType.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.reportTypeError =
      exports2.checkDataTypes =
      exports2.checkDataType =
      exports2.coerceAndCheckDataType =
      exports2.getJSONTypes =
      exports2.getSchemaTypes =
      exports2.DataType =
        void 0;
    var rules_1 = require_rules(),
      applicability_1 = require_applicability(),
      errors_1 = require_errors(),
      codegen_1 = require_codegen(),
      util_1 = require_util(),
      DataType;
    (function (DataType2) {
      ((DataType2[(DataType2.Correct = 0)] = 'Correct'), (DataType2[(DataType2.Wrong = 1)] = 'Wrong'));
    })(DataType || (exports2.DataType = DataType = {}));
    function getSchemaTypes(schema) {
      let types = getJSONTypes(schema.type);
      if (types.includes('null')) {
        if (schema.nullable === !1) throw new Error('type: null contradicts nullable: false');
      } else {
        if (!types.length && schema.nullable !== void 0) throw new Error('"nullable" cannot be used without "type"');
        schema.nullable === !0 && types.push('null');
      }
      return types;
    }
    exports2.getSchemaTypes = getSchemaTypes;
    function getJSONTypes(ts) {
      let types = Array.isArray(ts) ? ts : ts ? [ts] : [];
      if (types.every(rules_1.isJSONType)) return types;
      throw new Error('type must be JSONType or JSONType[]: ' + types.join(','));
    }
    exports2.getJSONTypes = getJSONTypes;
    function coerceAndCheckDataType(it, types) {
      let { gen, data, opts } = it,
        coerceTo = coerceToTypes(types, opts.coerceTypes),
        checkTypes =
          types.length > 0 &&
          !(coerceTo.length === 0 && types.length === 1 && (0, applicability_1.schemaHasRulesForType)(it, types[0]));
      if (checkTypes) {
        let wrongType = checkDataTypes(types, data, opts.strictNumbers, DataType.Wrong);
        gen.if(wrongType, () => {
          coerceTo.length ? coerceData(it, types, coerceTo) : reportTypeError(it);
        });
      }
      return checkTypes;
    }
    exports2.coerceAndCheckDataType = coerceAndCheckDataType;
    var COERCIBLE = new Set(['string', 'number', 'integer', 'boolean', 'null']);
    function coerceToTypes(types, coerceTypes) {
      return coerceTypes ? types.filter((t) => COERCIBLE.has(t) || (coerceTypes === 'array' && t === 'array')) : [];
    }
    function coerceData(it, types, coerceTo) {
      let { gen, data, opts } = it,
        dataType = gen.let('dataType', (0, codegen_1._)`typeof ${data}`),
        coerced = gen.let('coerced', (0, codegen_1._)`undefined`);
      (opts.coerceTypes === 'array' &&
        gen.if((0, codegen_1._)`${dataType} == 'object' && Array.isArray(${data}) && ${data}.length == 1`, () =>
          gen
            .assign(data, (0, codegen_1._)`${data}[0]`)
            .assign(dataType, (0, codegen_1._)`typeof ${data}`)
            .if(checkDataTypes(types, data, opts.strictNumbers), () => gen.assign(coerced, data)),
        ),
        gen.if((0, codegen_1._)`${coerced} !== undefined`));
      for (let t of coerceTo)
        (COERCIBLE.has(t) || (t === 'array' && opts.coerceTypes === 'array')) && coerceSpecificType(t);
      (gen.else(),
        reportTypeError(it),
        gen.endIf(),
        gen.if((0, codegen_1._)`${coerced} !== undefined`, () => {
          (gen.assign(data, coerced), assignParentData(it, coerced));
        }));
      function coerceSpecificType(t) {
        switch (t) {
          case 'string':
            gen
              .elseIf((0, codegen_1._)`${dataType} == "number" || ${dataType} == "boolean"`)
              .assign(coerced, (0, codegen_1._)`"" + ${data}`)
              .elseIf((0, codegen_1._)`${data} === null`)
              .assign(coerced, (0, codegen_1._)`""`);
            return;
          case 'number':
            gen
              .elseIf(
                (0, codegen_1._)`${dataType} == "boolean" || ${data} === null
              || (${dataType} == "string" && ${data} && ${data} == +${data})`,
              )
              .assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case 'integer':
            gen
              .elseIf(
                (0, codegen_1._)`${dataType} === "boolean" || ${data} === null
              || (${dataType} === "string" && ${data} && ${data} == +${data} && !(${data} % 1))`,
              )
              .assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case 'boolean':
            gen
              .elseIf((0, codegen_1._)`${data} === "false" || ${data} === 0 || ${data} === null`)
              .assign(coerced, !1)
              .elseIf((0, codegen_1._)`${data} === "true" || ${data} === 1`)
              .assign(coerced, !0);
            return;
          case 'null':
            (gen.elseIf((0, codegen_1._)`${data} === "" || ${data} === 0 || ${data} === false`),
              gen.assign(coerced, null));
            return;
          case 'array':
            gen
              .elseIf(
                (0, codegen_1._)`${dataType} === "string" || ${dataType} === "number"
              || ${dataType} === "boolean" || ${data} === null`,
              )
              .assign(coerced, (0, codegen_1._)`[${data}]`);
        }
      }
    }
    function assignParentData({ gen, parentData, parentDataProperty }, expr) {
      gen.if((0, codegen_1._)`${parentData} !== undefined`, () =>
        gen.assign((0, codegen_1._)`${parentData}[${parentDataProperty}]`, expr),
      );
    }
    function checkDataType(dataType, data, strictNums, correct = DataType.Correct) {
      let EQ = correct === DataType.Correct ? codegen_1.operators.EQ : codegen_1.operators.NEQ,
        cond;
      switch (dataType) {
        case 'null':
          return (0, codegen_1._)`${data} ${EQ} null`;
        case 'array':
          cond = (0, codegen_1._)`Array.isArray(${data})`;
          break;
        case 'object':
          cond = (0, codegen_1._)`${data} && typeof ${data} == "object" && !Array.isArray(${data})`;
          break;
        case 'integer':
          cond = numCond((0, codegen_1._)`!(${data} % 1) && !isNaN(${data})`);
          break;
        case 'number':
          cond = numCond();
          break;
        default:
          return (0, codegen_1._)`typeof ${data} ${EQ} ${dataType}`;
      }
      return correct === DataType.Correct ? cond : (0, codegen_1.not)(cond);
      function numCond(_cond = codegen_1.nil) {
        return (0, codegen_1.and)(
          (0, codegen_1._)`typeof ${data} == "number"`,
          _cond,
          strictNums ? (0, codegen_1._)`isFinite(${data})` : codegen_1.nil,
        );
      }
    }
    exports2.checkDataType = checkDataType;
    function checkDataTypes(dataTypes, data, strictNums, correct) {
      if (dataTypes.length === 1) return checkDataType(dataTypes[0], data, strictNums, correct);
      let cond,
        types = (0, util_1.toHash)(dataTypes);
      if (types.array && types.object) {
        let notObj = (0, codegen_1._)`typeof ${data} != "object"`;
        ((cond = types.null ? notObj : (0, codegen_1._)`!${data} || ${notObj}`),
          delete types.null,
          delete types.array,
          delete types.object);
      } else cond = codegen_1.nil;
      types.number && delete types.integer;
      for (let t in types) cond = (0, codegen_1.and)(cond, checkDataType(t, data, strictNums, correct));
      return cond;
    }
    exports2.checkDataTypes = checkDataTypes;
    var typeError = {
      message: ({ schema }) => `must be ${schema}`,
      params: ({ schema, schemaValue }) =>
        typeof schema == 'string' ? (0, codegen_1._)`{type: ${schema}}` : (0, codegen_1._)`{type: ${schemaValue}}`,
    };
    function reportTypeError(it) {
      let cxt = getTypeErrorContext(it);
      (0, errors_1.reportError)(cxt, typeError);
    }
    exports2.reportTypeError = reportTypeError;
    function getTypeErrorContext(it) {
      let { gen, data, schema } = it,
        schemaCode = (0, util_1.schemaRefOrVal)(it, schema, 'type');
      return {
        gen,
        keyword: 'type',
        data,
        schema: schema.type,
        schemaCode,
        schemaValue: schemaCode,
        parentSchema: schema,
        params: {},
        it,
      };
    }
  },
});
var require_defaults = __commonJS({
  '../node_modules/ajv/dist/compile/validate/defaults.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.assignDefaults = void 0;
    var codegen_1 = require_codegen(),
      util_1 = require_util();
    function assignDefaults(it, ty) {
      let { properties, items } = it.schema;
      if (ty === 'object' && properties) for (let key in properties) assignDefault(it, key, properties[key].default);
      else ty === 'array' && Array.isArray(items) && items.forEach((sch, i) => assignDefault(it, i, sch.default));
    }
    exports2.assignDefaults = assignDefaults;
    function assignDefault(it, prop, defaultValue) {
      let { gen, compositeRule, data, opts } = it;
      if (defaultValue === void 0) return;
      let childData = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(prop)}`;
      if (compositeRule) {
        (0, util_1.checkStrictMode)(it, `default is ignored for: ${childData}`);
        return;
      }
      let condition = (0, codegen_1._)`${childData} === undefined`;
      (opts.useDefaults === 'empty' &&
        (condition = (0, codegen_1._)`${condition} || ${childData} === null || ${childData} === ""`),
        gen.if(condition, (0, codegen_1._)`${childData} = ${(0, codegen_1.stringify)(defaultValue)}`));
    }
  },
});
var require_code2 = __commonJS({
  '../node_modules/ajv/dist/vocabularies/code.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.validateUnion =
      exports2.validateArray =
      exports2.usePattern =
      exports2.callValidateCode =
      exports2.schemaProperties =
      exports2.allSchemaProperties =
      exports2.noPropertyInData =
      exports2.propertyInData =
      exports2.isOwnProperty =
      exports2.hasPropFunc =
      exports2.reportMissingProp =
      exports2.checkMissingProp =
      exports2.checkReportMissingProp =
        void 0;
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      names_1 = require_names(),
      util_2 = require_util();
    function checkReportMissingProp(cxt, prop) {
      let { gen, data, it } = cxt;
      gen.if(noPropertyInData(gen, data, prop, it.opts.ownProperties), () => {
        (cxt.setParams({ missingProperty: (0, codegen_1._)`${prop}` }, !0), cxt.error());
      });
    }
    exports2.checkReportMissingProp = checkReportMissingProp;
    function checkMissingProp({ gen, data, it: { opts } }, properties, missing) {
      return (0, codegen_1.or)(
        ...properties.map((prop) =>
          (0, codegen_1.and)(
            noPropertyInData(gen, data, prop, opts.ownProperties),
            (0, codegen_1._)`${missing} = ${prop}`,
          ),
        ),
      );
    }
    exports2.checkMissingProp = checkMissingProp;
    function reportMissingProp(cxt, missing) {
      (cxt.setParams({ missingProperty: missing }, !0), cxt.error());
    }
    exports2.reportMissingProp = reportMissingProp;
    function hasPropFunc(gen) {
      return gen.scopeValue('func', {
        ref: Object.prototype.hasOwnProperty,
        code: (0, codegen_1._)`Object.prototype.hasOwnProperty`,
      });
    }
    exports2.hasPropFunc = hasPropFunc;
    function isOwnProperty(gen, data, property) {
      return (0, codegen_1._)`${hasPropFunc(gen)}.call(${data}, ${property})`;
    }
    exports2.isOwnProperty = isOwnProperty;
    function propertyInData(gen, data, property, ownProperties) {
      let cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} !== undefined`;
      return ownProperties ? (0, codegen_1._)`${cond} && ${isOwnProperty(gen, data, property)}` : cond;
    }
    exports2.propertyInData = propertyInData;
    function noPropertyInData(gen, data, property, ownProperties) {
      let cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} === undefined`;
      return ownProperties ? (0, codegen_1.or)(cond, (0, codegen_1.not)(isOwnProperty(gen, data, property))) : cond;
    }
    exports2.noPropertyInData = noPropertyInData;
    function allSchemaProperties(schemaMap) {
      return schemaMap ? Object.keys(schemaMap).filter((p) => p !== '__proto__') : [];
    }
    exports2.allSchemaProperties = allSchemaProperties;
    function schemaProperties(it, schemaMap) {
      return allSchemaProperties(schemaMap).filter((p) => !(0, util_1.alwaysValidSchema)(it, schemaMap[p]));
    }
    exports2.schemaProperties = schemaProperties;
    function callValidateCode(
      { schemaCode, data, it: { gen, topSchemaRef, schemaPath, errorPath }, it },
      func,
      context,
      passSchema,
    ) {
      let dataAndSchema = passSchema ? (0, codegen_1._)`${schemaCode}, ${data}, ${topSchemaRef}${schemaPath}` : data,
        valCxt = [
          [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, errorPath)],
          [names_1.default.parentData, it.parentData],
          [names_1.default.parentDataProperty, it.parentDataProperty],
          [names_1.default.rootData, names_1.default.rootData],
        ];
      it.opts.dynamicRef && valCxt.push([names_1.default.dynamicAnchors, names_1.default.dynamicAnchors]);
      let args = (0, codegen_1._)`${dataAndSchema}, ${gen.object(...valCxt)}`;
      return context !== codegen_1.nil
        ? (0, codegen_1._)`${func}.call(${context}, ${args})`
        : (0, codegen_1._)`${func}(${args})`;
    }
    exports2.callValidateCode = callValidateCode;
    var newRegExp = (0, codegen_1._)`new RegExp`;
    function usePattern({ gen, it: { opts } }, pattern) {
      let u = opts.unicodeRegExp ? 'u' : '',
        { regExp } = opts.code,
        rx = regExp(pattern, u);
      return gen.scopeValue('pattern', {
        key: rx.toString(),
        ref: rx,
        code: (0,
        codegen_1._)`${regExp.code === 'new RegExp' ? newRegExp : (0, util_2.useFunc)(gen, regExp)}(${pattern}, ${u})`,
      });
    }
    exports2.usePattern = usePattern;
    function validateArray(cxt) {
      let { gen, data, keyword, it } = cxt,
        valid = gen.name('valid');
      if (it.allErrors) {
        let validArr = gen.let('valid', !0);
        return (validateItems(() => gen.assign(validArr, !1)), validArr);
      }
      return (gen.var(valid, !0), validateItems(() => gen.break()), valid);
      function validateItems(notValid) {
        let len = gen.const('len', (0, codegen_1._)`${data}.length`);
        gen.forRange('i', 0, len, (i) => {
          (cxt.subschema({ keyword, dataProp: i, dataPropType: util_1.Type.Num }, valid),
            gen.if((0, codegen_1.not)(valid), notValid));
        });
      }
    }
    exports2.validateArray = validateArray;
    function validateUnion(cxt) {
      let { gen, schema, keyword, it } = cxt;
      if (!Array.isArray(schema)) throw new Error('ajv implementation error');
      if (schema.some((sch) => (0, util_1.alwaysValidSchema)(it, sch)) && !it.opts.unevaluated) return;
      let valid = gen.let('valid', !1),
        schValid = gen.name('_valid');
      (gen.block(() =>
        schema.forEach((_sch, i) => {
          let schCxt = cxt.subschema({ keyword, schemaProp: i, compositeRule: !0 }, schValid);
          (gen.assign(valid, (0, codegen_1._)`${valid} || ${schValid}`),
            cxt.mergeValidEvaluated(schCxt, schValid) || gen.if((0, codegen_1.not)(valid)));
        }),
      ),
        cxt.result(
          valid,
          () => cxt.reset(),
          () => cxt.error(!0),
        ));
    }
    exports2.validateUnion = validateUnion;
  },
});
var require_keyword = __commonJS({
  '../node_modules/ajv/dist/compile/validate/keyword.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.validateKeywordUsage =
      exports2.validSchemaType =
      exports2.funcKeywordCode =
      exports2.macroKeywordCode =
        void 0;
    var codegen_1 = require_codegen(),
      names_1 = require_names(),
      code_1 = require_code2(),
      errors_1 = require_errors();
    function macroKeywordCode(cxt, def) {
      let { gen, keyword, schema, parentSchema, it } = cxt,
        macroSchema = def.macro.call(it.self, schema, parentSchema, it),
        schemaRef = useKeyword(gen, keyword, macroSchema);
      it.opts.validateSchema !== !1 && it.self.validateSchema(macroSchema, !0);
      let valid = gen.name('valid');
      (cxt.subschema(
        {
          schema: macroSchema,
          schemaPath: codegen_1.nil,
          errSchemaPath: `${it.errSchemaPath}/${keyword}`,
          topSchemaRef: schemaRef,
          compositeRule: !0,
        },
        valid,
      ),
        cxt.pass(valid, () => cxt.error(!0)));
    }
    exports2.macroKeywordCode = macroKeywordCode;
    function funcKeywordCode(cxt, def) {
      var _a;
      let { gen, keyword, schema, parentSchema, $data, it } = cxt;
      checkAsyncKeyword(it, def);
      let validate2 = !$data && def.compile ? def.compile.call(it.self, schema, parentSchema, it) : def.validate,
        validateRef = useKeyword(gen, keyword, validate2),
        valid = gen.let('valid');
      (cxt.block$data(valid, validateKeyword), cxt.ok((_a = def.valid) !== null && _a !== void 0 ? _a : valid));
      function validateKeyword() {
        if (def.errors === !1) (assignValid(), def.modifying && modifyData(cxt), reportErrs(() => cxt.error()));
        else {
          let ruleErrs = def.async ? validateAsync() : validateSync();
          (def.modifying && modifyData(cxt), reportErrs(() => addErrs(cxt, ruleErrs)));
        }
      }
      function validateAsync() {
        let ruleErrs = gen.let('ruleErrs', null);
        return (
          gen.try(
            () => assignValid((0, codegen_1._)`await `),
            (e) =>
              gen.assign(valid, !1).if(
                (0, codegen_1._)`${e} instanceof ${it.ValidationError}`,
                () => gen.assign(ruleErrs, (0, codegen_1._)`${e}.errors`),
                () => gen.throw(e),
              ),
          ),
          ruleErrs
        );
      }
      function validateSync() {
        let validateErrs = (0, codegen_1._)`${validateRef}.errors`;
        return (gen.assign(validateErrs, null), assignValid(codegen_1.nil), validateErrs);
      }
      function assignValid(_await = def.async ? (0, codegen_1._)`await ` : codegen_1.nil) {
        let passCxt = it.opts.passContext ? names_1.default.this : names_1.default.self,
          passSchema = !(('compile' in def && !$data) || def.schema === !1);
        gen.assign(
          valid,
          (0, codegen_1._)`${_await}${(0, code_1.callValidateCode)(cxt, validateRef, passCxt, passSchema)}`,
          def.modifying,
        );
      }
      function reportErrs(errors) {
        var _a2;
        gen.if((0, codegen_1.not)((_a2 = def.valid) !== null && _a2 !== void 0 ? _a2 : valid), errors);
      }
    }
    exports2.funcKeywordCode = funcKeywordCode;
    function modifyData(cxt) {
      let { gen, data, it } = cxt;
      gen.if(it.parentData, () => gen.assign(data, (0, codegen_1._)`${it.parentData}[${it.parentDataProperty}]`));
    }
    function addErrs(cxt, errs) {
      let { gen } = cxt;
      gen.if(
        (0, codegen_1._)`Array.isArray(${errs})`,
        () => {
          (gen
            .assign(
              names_1.default.vErrors,
              (0,
              codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`,
            )
            .assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`),
            (0, errors_1.extendErrors)(cxt));
        },
        () => cxt.error(),
      );
    }
    function checkAsyncKeyword({ schemaEnv }, def) {
      if (def.async && !schemaEnv.$async) throw new Error('async keyword in sync schema');
    }
    function useKeyword(gen, keyword, result2) {
      if (result2 === void 0) throw new Error(`keyword "${keyword}" failed to compile`);
      return gen.scopeValue(
        'keyword',
        typeof result2 == 'function' ? { ref: result2 } : { ref: result2, code: (0, codegen_1.stringify)(result2) },
      );
    }
    function validSchemaType(schema, schemaType, allowUndefined = !1) {
      return (
        !schemaType.length ||
        schemaType.some((st) =>
          st === 'array'
            ? Array.isArray(schema)
            : st === 'object'
              ? schema && typeof schema == 'object' && !Array.isArray(schema)
              : typeof schema == st || (allowUndefined && typeof schema > 'u'),
        )
      );
    }
    exports2.validSchemaType = validSchemaType;
    function validateKeywordUsage({ schema, opts, self, errSchemaPath }, def, keyword) {
      if (Array.isArray(def.keyword) ? !def.keyword.includes(keyword) : def.keyword !== keyword)
        throw new Error('ajv implementation error');
      let deps = def.dependencies;
      if (deps?.some((kwd) => !Object.prototype.hasOwnProperty.call(schema, kwd)))
        throw new Error(`parent schema must have dependencies of ${keyword}: ${deps.join(',')}`);
      if (def.validateSchema && !def.validateSchema(schema[keyword])) {
        let msg =
          `keyword "${keyword}" value is invalid at path "${errSchemaPath}": ` +
          self.errorsText(def.validateSchema.errors);
        if (opts.validateSchema === 'log') self.logger.error(msg);
        else throw new Error(msg);
      }
    }
    exports2.validateKeywordUsage = validateKeywordUsage;
  },
});
var require_subschema = __commonJS({
  '../node_modules/ajv/dist/compile/validate/subschema.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.extendSubschemaMode = exports2.extendSubschemaData = exports2.getSubschema = void 0;
    var codegen_1 = require_codegen(),
      util_1 = require_util();
    function getSubschema(it, { keyword, schemaProp, schema, schemaPath, errSchemaPath, topSchemaRef }) {
      if (keyword !== void 0 && schema !== void 0)
        throw new Error('both "keyword" and "schema" passed, only one allowed');
      if (keyword !== void 0) {
        let sch = it.schema[keyword];
        return schemaProp === void 0
          ? {
              schema: sch,
              schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}`,
              errSchemaPath: `${it.errSchemaPath}/${keyword}`,
            }
          : {
              schema: sch[schemaProp],
              schemaPath: (0,
              codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}${(0, codegen_1.getProperty)(schemaProp)}`,
              errSchemaPath: `${it.errSchemaPath}/${keyword}/${(0, util_1.escapeFragment)(schemaProp)}`,
            };
      }
      if (schema !== void 0) {
        if (schemaPath === void 0 || errSchemaPath === void 0 || topSchemaRef === void 0)
          throw new Error('"schemaPath", "errSchemaPath" and "topSchemaRef" are required with "schema"');
        return { schema, schemaPath, topSchemaRef, errSchemaPath };
      }
      throw new Error('either "keyword" or "schema" must be passed');
    }
    exports2.getSubschema = getSubschema;
    function extendSubschemaData(subschema, it, { dataProp, dataPropType: dpType, data, dataTypes, propertyName }) {
      if (data !== void 0 && dataProp !== void 0)
        throw new Error('both "data" and "dataProp" passed, only one allowed');
      let { gen } = it;
      if (dataProp !== void 0) {
        let { errorPath, dataPathArr, opts } = it,
          nextData = gen.let('data', (0, codegen_1._)`${it.data}${(0, codegen_1.getProperty)(dataProp)}`, !0);
        (dataContextProps(nextData),
          (subschema.errorPath = (0,
          codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(dataProp, dpType, opts.jsPropertySyntax)}`),
          (subschema.parentDataProperty = (0, codegen_1._)`${dataProp}`),
          (subschema.dataPathArr = [...dataPathArr, subschema.parentDataProperty]));
      }
      if (data !== void 0) {
        let nextData = data instanceof codegen_1.Name ? data : gen.let('data', data, !0);
        (dataContextProps(nextData), propertyName !== void 0 && (subschema.propertyName = propertyName));
      }
      dataTypes && (subschema.dataTypes = dataTypes);
      function dataContextProps(_nextData) {
        ((subschema.data = _nextData),
          (subschema.dataLevel = it.dataLevel + 1),
          (subschema.dataTypes = []),
          (it.definedProperties = new Set()),
          (subschema.parentData = it.data),
          (subschema.dataNames = [...it.dataNames, _nextData]));
      }
    }
    exports2.extendSubschemaData = extendSubschemaData;
    function extendSubschemaMode(subschema, { jtdDiscriminator, jtdMetadata, compositeRule, createErrors, allErrors }) {
      (compositeRule !== void 0 && (subschema.compositeRule = compositeRule),
        createErrors !== void 0 && (subschema.createErrors = createErrors),
        allErrors !== void 0 && (subschema.allErrors = allErrors),
        (subschema.jtdDiscriminator = jtdDiscriminator),
        (subschema.jtdMetadata = jtdMetadata));
    }
    exports2.extendSubschemaMode = extendSubschemaMode;
  },
});
var require_json_schema_traverse = __commonJS({
  '../node_modules/json-schema-traverse/index.js'(exports2, module2) {
    'use strict';
    var traverse = (module2.exports = function (schema, opts, cb) {
      (typeof opts == 'function' && ((cb = opts), (opts = {})), (cb = opts.cb || cb));
      var pre = typeof cb == 'function' ? cb : cb.pre || function () {},
        post = cb.post || function () {};
      _traverse(opts, pre, post, schema, '', schema);
    });
    traverse.keywords = {
      additionalItems: !0,
      items: !0,
      contains: !0,
      additionalProperties: !0,
      propertyNames: !0,
      not: !0,
      if: !0,
      then: !0,
      else: !0,
    };
    traverse.arrayKeywords = { items: !0, allOf: !0, anyOf: !0, oneOf: !0 };
    traverse.propsKeywords = { $defs: !0, definitions: !0, properties: !0, patternProperties: !0, dependencies: !0 };
    traverse.skipKeywords = {
      default: !0,
      enum: !0,
      const: !0,
      required: !0,
      maximum: !0,
      minimum: !0,
      exclusiveMaximum: !0,
      exclusiveMinimum: !0,
      multipleOf: !0,
      maxLength: !0,
      minLength: !0,
      pattern: !0,
      format: !0,
      maxItems: !0,
      minItems: !0,
      uniqueItems: !0,
      maxProperties: !0,
      minProperties: !0,
    };
    function _traverse(
      opts,
      pre,
      post,
      schema,
      jsonPtr,
      rootSchema,
      parentJsonPtr,
      parentKeyword,
      parentSchema,
      keyIndex,
    ) {
      if (schema && typeof schema == 'object' && !Array.isArray(schema)) {
        pre(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
        for (var key in schema) {
          var sch = schema[key];
          if (Array.isArray(sch)) {
            if (key in traverse.arrayKeywords)
              for (var i = 0; i < sch.length; i++)
                _traverse(opts, pre, post, sch[i], jsonPtr + '/' + key + '/' + i, rootSchema, jsonPtr, key, schema, i);
          } else if (key in traverse.propsKeywords) {
            if (sch && typeof sch == 'object')
              for (var prop in sch)
                _traverse(
                  opts,
                  pre,
                  post,
                  sch[prop],
                  jsonPtr + '/' + key + '/' + escapeJsonPtr(prop),
                  rootSchema,
                  jsonPtr,
                  key,
                  schema,
                  prop,
                );
          } else
            (key in traverse.keywords || (opts.allKeys && !(key in traverse.skipKeywords))) &&
              _traverse(opts, pre, post, sch, jsonPtr + '/' + key, rootSchema, jsonPtr, key, schema);
        }
        post(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
      }
    }
    function escapeJsonPtr(str) {
      return str.replace(/~/g, '~0').replace(/\//g, '~1');
    }
  },
});
var require_resolve = __commonJS({
  '../node_modules/ajv/dist/compile/resolve.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.getSchemaRefs =
      exports2.resolveUrl =
      exports2.normalizeId =
      exports2._getFullPath =
      exports2.getFullPath =
      exports2.inlineRef =
        void 0;
    var util_1 = require_util(),
      equal = require_fast_deep_equal(),
      traverse = require_json_schema_traverse(),
      SIMPLE_INLINED = new Set([
        'type',
        'format',
        'pattern',
        'maxLength',
        'minLength',
        'maxProperties',
        'minProperties',
        'maxItems',
        'minItems',
        'maximum',
        'minimum',
        'uniqueItems',
        'multipleOf',
        'required',
        'enum',
        'const',
      ]);
    function inlineRef(schema, limit = !0) {
      return typeof schema == 'boolean' ? !0 : limit === !0 ? !hasRef(schema) : limit ? countKeys(schema) <= limit : !1;
    }
    exports2.inlineRef = inlineRef;
    var REF_KEYWORDS = new Set(['$ref', '$recursiveRef', '$recursiveAnchor', '$dynamicRef', '$dynamicAnchor']);
    function hasRef(schema) {
      for (let key in schema) {
        if (REF_KEYWORDS.has(key)) return !0;
        let sch = schema[key];
        if ((Array.isArray(sch) && sch.some(hasRef)) || (typeof sch == 'object' && hasRef(sch))) return !0;
      }
      return !1;
    }
    function countKeys(schema) {
      let count2 = 0;
      for (let key in schema) {
        if (key === '$ref') return 1 / 0;
        if (
          (count2++,
          !SIMPLE_INLINED.has(key) &&
            (typeof schema[key] == 'object' && (0, util_1.eachItem)(schema[key], (sch) => (count2 += countKeys(sch))),
            count2 === 1 / 0))
        )
          return 1 / 0;
      }
      return count2;
    }
    function getFullPath(resolver, id = '', normalize) {
      normalize !== !1 && (id = normalizeId(id));
      let p = resolver.parse(id);
      return _getFullPath(resolver, p);
    }
    exports2.getFullPath = getFullPath;
    function _getFullPath(resolver, p) {
      return resolver.serialize(p).split('#')[0] + '#';
    }
    exports2._getFullPath = _getFullPath;
    var TRAILING_SLASH_HASH = /#\/?$/;
    function normalizeId(id) {
      return id ? id.replace(TRAILING_SLASH_HASH, '') : '';
    }
    exports2.normalizeId = normalizeId;
    function resolveUrl(resolver, baseId, id) {
      return ((id = normalizeId(id)), resolver.resolve(baseId, id));
    }
    exports2.resolveUrl = resolveUrl;
    var ANCHOR = /^[a-z_][-a-z0-9._]*$/i;
    function getSchemaRefs(schema, baseId) {
      if (typeof schema == 'boolean') return {};
      let { schemaId, uriResolver } = this.opts,
        schId = normalizeId(schema[schemaId] || baseId),
        baseIds = { '': schId },
        pathPrefix = getFullPath(uriResolver, schId, !1),
        localRefs = {},
        schemaRefs = new Set();
      return (
        traverse(schema, { allKeys: !0 }, (sch, jsonPtr, _, parentJsonPtr) => {
          if (parentJsonPtr === void 0) return;
          let fullPath = pathPrefix + jsonPtr,
            innerBaseId = baseIds[parentJsonPtr];
          (typeof sch[schemaId] == 'string' && (innerBaseId = addRef.call(this, sch[schemaId])),
            addAnchor.call(this, sch.$anchor),
            addAnchor.call(this, sch.$dynamicAnchor),
            (baseIds[jsonPtr] = innerBaseId));
          function addRef(ref) {
            let _resolve = this.opts.uriResolver.resolve;
            if (((ref = normalizeId(innerBaseId ? _resolve(innerBaseId, ref) : ref)), schemaRefs.has(ref)))
              throw ambiguos(ref);
            schemaRefs.add(ref);
            let schOrRef = this.refs[ref];
            return (
              typeof schOrRef == 'string' && (schOrRef = this.refs[schOrRef]),
              typeof schOrRef == 'object'
                ? checkAmbiguosRef(sch, schOrRef.schema, ref)
                : ref !== normalizeId(fullPath) &&
                  (ref[0] === '#'
                    ? (checkAmbiguosRef(sch, localRefs[ref], ref), (localRefs[ref] = sch))
                    : (this.refs[ref] = fullPath)),
              ref
            );
          }
          function addAnchor(anchor) {
            if (typeof anchor == 'string') {
              if (!ANCHOR.test(anchor)) throw new Error(`invalid anchor "${anchor}"`);
              addRef.call(this, `#${anchor}`);
            }
          }
        }),
        localRefs
      );
      function checkAmbiguosRef(sch1, sch2, ref) {
        if (sch2 !== void 0 && !equal(sch1, sch2)) throw ambiguos(ref);
      }
      function ambiguos(ref) {
        return new Error(`reference "${ref}" resolves to more than one schema`);
      }
    }
    exports2.getSchemaRefs = getSchemaRefs;
  },
});
var require_validate = __commonJS({
  '../node_modules/ajv/dist/compile/validate/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.getData = exports2.KeywordCxt = exports2.validateFunctionCode = void 0;
    var boolSchema_1 = require_boolSchema(),
      dataType_1 = require_dataType(),
      applicability_1 = require_applicability(),
      dataType_2 = require_dataType(),
      defaults_1 = require_defaults(),
      keyword_1 = require_keyword(),
      subschema_1 = require_subschema(),
      codegen_1 = require_codegen(),
      names_1 = require_names(),
      resolve_1 = require_resolve(),
      util_1 = require_util(),
      errors_1 = require_errors();
    function validateFunctionCode(it) {
      if (isSchemaObj(it) && (checkKeywords(it), schemaCxtHasRules(it))) {
        topSchemaObjCode(it);
        return;
      }
      validateFunction(it, () => (0, boolSchema_1.topBoolOrEmptySchema)(it));
    }
    exports2.validateFunctionCode = validateFunctionCode;
    function validateFunction({ gen, validateName, schema, schemaEnv, opts }, body) {
      opts.code.es5
        ? gen.func(
            validateName,
            (0, codegen_1._)`${names_1.default.data}, ${names_1.default.valCxt}`,
            schemaEnv.$async,
            () => {
              (gen.code((0, codegen_1._)`"use strict"; ${funcSourceUrl(schema, opts)}`),
                destructureValCxtES5(gen, opts),
                gen.code(body));
            },
          )
        : gen.func(
            validateName,
            (0, codegen_1._)`${names_1.default.data}, ${destructureValCxt(opts)}`,
            schemaEnv.$async,
            () => gen.code(funcSourceUrl(schema, opts)).code(body),
          );
    }
    function destructureValCxt(opts) {
      return (0,
      codegen_1._)`{${names_1.default.instancePath}="", ${names_1.default.parentData}, ${names_1.default.parentDataProperty}, ${names_1.default.rootData}=${names_1.default.data}${opts.dynamicRef ? (0, codegen_1._)`, ${names_1.default.dynamicAnchors}={}` : codegen_1.nil}}={}`;
    }
    function destructureValCxtES5(gen, opts) {
      gen.if(
        names_1.default.valCxt,
        () => {
          (gen.var(
            names_1.default.instancePath,
            (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.instancePath}`,
          ),
            gen.var(
              names_1.default.parentData,
              (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentData}`,
            ),
            gen.var(
              names_1.default.parentDataProperty,
              (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentDataProperty}`,
            ),
            gen.var(names_1.default.rootData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.rootData}`),
            opts.dynamicRef &&
              gen.var(
                names_1.default.dynamicAnchors,
                (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.dynamicAnchors}`,
              ));
        },
        () => {
          (gen.var(names_1.default.instancePath, (0, codegen_1._)`""`),
            gen.var(names_1.default.parentData, (0, codegen_1._)`undefined`),
            gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`undefined`),
            gen.var(names_1.default.rootData, names_1.default.data),
            opts.dynamicRef && gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`{}`));
        },
      );
    }
    function topSchemaObjCode(it) {
      let { schema, opts, gen } = it;
      validateFunction(it, () => {
        (opts.$comment && schema.$comment && commentKeyword(it),
          checkNoDefault(it),
          gen.let(names_1.default.vErrors, null),
          gen.let(names_1.default.errors, 0),
          opts.unevaluated && resetEvaluated(it),
          typeAndKeywords(it),
          returnResults(it));
      });
    }
    function resetEvaluated(it) {
      let { gen, validateName } = it;
      ((it.evaluated = gen.const('evaluated', (0, codegen_1._)`${validateName}.evaluated`)),
        gen.if((0, codegen_1._)`${it.evaluated}.dynamicProps`, () =>
          gen.assign((0, codegen_1._)`${it.evaluated}.props`, (0, codegen_1._)`undefined`),
        ),
        gen.if((0, codegen_1._)`${it.evaluated}.dynamicItems`, () =>
          gen.assign((0, codegen_1._)`${it.evaluated}.items`, (0, codegen_1._)`undefined`),
        ));
    }
    function funcSourceUrl(schema, opts) {
      let schId = typeof schema == 'object' && schema[opts.schemaId];
      return schId && (opts.code.source || opts.code.process)
        ? (0, codegen_1._)`/*# sourceURL=${schId} */`
        : codegen_1.nil;
    }
    function subschemaCode(it, valid) {
      if (isSchemaObj(it) && (checkKeywords(it), schemaCxtHasRules(it))) {
        subSchemaObjCode(it, valid);
        return;
      }
      (0, boolSchema_1.boolOrEmptySchema)(it, valid);
    }
    function schemaCxtHasRules({ schema, self }) {
      if (typeof schema == 'boolean') return !schema;
      for (let key in schema) if (self.RULES.all[key]) return !0;
      return !1;
    }
    function isSchemaObj(it) {
      return typeof it.schema != 'boolean';
    }
    function subSchemaObjCode(it, valid) {
      let { schema, gen, opts } = it;
      (opts.$comment && schema.$comment && commentKeyword(it), updateContext(it), checkAsyncSchema(it));
      let errsCount = gen.const('_errs', names_1.default.errors);
      (typeAndKeywords(it, errsCount), gen.var(valid, (0, codegen_1._)`${errsCount} === ${names_1.default.errors}`));
    }
    function checkKeywords(it) {
      ((0, util_1.checkUnknownRules)(it), checkRefsAndKeywords(it));
    }
    function typeAndKeywords(it, errsCount) {
      if (it.opts.jtd) return schemaKeywords(it, [], !1, errsCount);
      let types = (0, dataType_1.getSchemaTypes)(it.schema),
        checkedTypes = (0, dataType_1.coerceAndCheckDataType)(it, types);
      schemaKeywords(it, types, !checkedTypes, errsCount);
    }
    function checkRefsAndKeywords(it) {
      let { schema, errSchemaPath, opts, self } = it;
      schema.$ref &&
        opts.ignoreKeywordsWithRef &&
        (0, util_1.schemaHasRulesButRef)(schema, self.RULES) &&
        self.logger.warn(`$ref: keywords ignored in schema at path "${errSchemaPath}"`);
    }
    function checkNoDefault(it) {
      let { schema, opts } = it;
      schema.default !== void 0 &&
        opts.useDefaults &&
        opts.strictSchema &&
        (0, util_1.checkStrictMode)(it, 'default is ignored in the schema root');
    }
    function updateContext(it) {
      let schId = it.schema[it.opts.schemaId];
      schId && (it.baseId = (0, resolve_1.resolveUrl)(it.opts.uriResolver, it.baseId, schId));
    }
    function checkAsyncSchema(it) {
      if (it.schema.$async && !it.schemaEnv.$async) throw new Error('async schema in sync schema');
    }
    function commentKeyword({ gen, schemaEnv, schema, errSchemaPath, opts }) {
      let msg = schema.$comment;
      if (opts.$comment === !0) gen.code((0, codegen_1._)`${names_1.default.self}.logger.log(${msg})`);
      else if (typeof opts.$comment == 'function') {
        let schemaPath = (0, codegen_1.str)`${errSchemaPath}/$comment`,
          rootName = gen.scopeValue('root', { ref: schemaEnv.root });
        gen.code((0, codegen_1._)`${names_1.default.self}.opts.$comment(${msg}, ${schemaPath}, ${rootName}.schema)`);
      }
    }
    function returnResults(it) {
      let { gen, schemaEnv, validateName, ValidationError, opts } = it;
      schemaEnv.$async
        ? gen.if(
            (0, codegen_1._)`${names_1.default.errors} === 0`,
            () => gen.return(names_1.default.data),
            () => gen.throw((0, codegen_1._)`new ${ValidationError}(${names_1.default.vErrors})`),
          )
        : (gen.assign((0, codegen_1._)`${validateName}.errors`, names_1.default.vErrors),
          opts.unevaluated && assignEvaluated(it),
          gen.return((0, codegen_1._)`${names_1.default.errors} === 0`));
    }
    function assignEvaluated({ gen, evaluated, props, items }) {
      (props instanceof codegen_1.Name && gen.assign((0, codegen_1._)`${evaluated}.props`, props),
        items instanceof codegen_1.Name && gen.assign((0, codegen_1._)`${evaluated}.items`, items));
    }
    function schemaKeywords(it, types, typeErrors, errsCount) {
      let { gen, schema, data, allErrors, opts, self } = it,
        { RULES } = self;
      if (schema.$ref && (opts.ignoreKeywordsWithRef || !(0, util_1.schemaHasRulesButRef)(schema, RULES))) {
        gen.block(() => keywordCode(it, '$ref', RULES.all.$ref.definition));
        return;
      }
      (opts.jtd || checkStrictTypes(it, types),
        gen.block(() => {
          for (let group of RULES.rules) groupKeywords(group);
          groupKeywords(RULES.post);
        }));
      function groupKeywords(group) {
        (0, applicability_1.shouldUseGroup)(schema, group) &&
          (group.type
            ? (gen.if((0, dataType_2.checkDataType)(group.type, data, opts.strictNumbers)),
              iterateKeywords(it, group),
              types.length === 1 &&
                types[0] === group.type &&
                typeErrors &&
                (gen.else(), (0, dataType_2.reportTypeError)(it)),
              gen.endIf())
            : iterateKeywords(it, group),
          allErrors || gen.if((0, codegen_1._)`${names_1.default.errors} === ${errsCount || 0}`));
      }
    }
    function iterateKeywords(it, group) {
      let {
        gen,
        schema,
        opts: { useDefaults },
      } = it;
      (useDefaults && (0, defaults_1.assignDefaults)(it, group.type),
        gen.block(() => {
          for (let rule of group.rules)
            (0, applicability_1.shouldUseRule)(schema, rule) &&
              keywordCode(it, rule.keyword, rule.definition, group.type);
        }));
    }
    function checkStrictTypes(it, types) {
      it.schemaEnv.meta ||
        !it.opts.strictTypes ||
        (checkContextTypes(it, types),
        it.opts.allowUnionTypes || checkMultipleTypes(it, types),
        checkKeywordTypes(it, it.dataTypes));
    }
    function checkContextTypes(it, types) {
      if (types.length) {
        if (!it.dataTypes.length) {
          it.dataTypes = types;
          return;
        }
        (types.forEach((t) => {
          includesType(it.dataTypes, t) ||
            strictTypesError(it, `type "${t}" not allowed by context "${it.dataTypes.join(',')}"`);
        }),
          narrowSchemaTypes(it, types));
      }
    }
    function checkMultipleTypes(it, ts) {
      ts.length > 1 &&
        !(ts.length === 2 && ts.includes('null')) &&
        strictTypesError(it, 'use allowUnionTypes to allow union type keyword');
    }
    function checkKeywordTypes(it, ts) {
      let rules = it.self.RULES.all;
      for (let keyword in rules) {
        let rule = rules[keyword];
        if (typeof rule == 'object' && (0, applicability_1.shouldUseRule)(it.schema, rule)) {
          let { type } = rule.definition;
          type.length &&
            !type.some((t) => hasApplicableType(ts, t)) &&
            strictTypesError(it, `missing type "${type.join(',')}" for keyword "${keyword}"`);
        }
      }
    }
    function hasApplicableType(schTs, kwdT) {
      return schTs.includes(kwdT) || (kwdT === 'number' && schTs.includes('integer'));
    }
    function includesType(ts, t) {
      return ts.includes(t) || (t === 'integer' && ts.includes('number'));
    }
    function narrowSchemaTypes(it, withTypes) {
      let ts = [];
      for (let t of it.dataTypes)
        includesType(withTypes, t) ? ts.push(t) : withTypes.includes('integer') && t === 'number' && ts.push('integer');
      it.dataTypes = ts;
    }
    function strictTypesError(it, msg) {
      let schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
      ((msg += ` at "${schemaPath}" (strictTypes)`), (0, util_1.checkStrictMode)(it, msg, it.opts.strictTypes));
    }
    var KeywordCxt = class {
      constructor(it, def, keyword) {
        if (
          ((0, keyword_1.validateKeywordUsage)(it, def, keyword),
          (this.gen = it.gen),
          (this.allErrors = it.allErrors),
          (this.keyword = keyword),
          (this.data = it.data),
          (this.schema = it.schema[keyword]),
          (this.$data = def.$data && it.opts.$data && this.schema && this.schema.$data),
          (this.schemaValue = (0, util_1.schemaRefOrVal)(it, this.schema, keyword, this.$data)),
          (this.schemaType = def.schemaType),
          (this.parentSchema = it.schema),
          (this.params = {}),
          (this.it = it),
          (this.def = def),
          this.$data)
        )
          this.schemaCode = it.gen.const('vSchema', getData(this.$data, it));
        else if (
          ((this.schemaCode = this.schemaValue),
          !(0, keyword_1.validSchemaType)(this.schema, def.schemaType, def.allowUndefined))
        )
          throw new Error(`${keyword} value must be ${JSON.stringify(def.schemaType)}`);
        ('code' in def ? def.trackErrors : def.errors !== !1) &&
          (this.errsCount = it.gen.const('_errs', names_1.default.errors));
      }
      result(condition, successAction, failAction) {
        this.failResult((0, codegen_1.not)(condition), successAction, failAction);
      }
      failResult(condition, successAction, failAction) {
        (this.gen.if(condition),
          failAction ? failAction() : this.error(),
          successAction
            ? (this.gen.else(), successAction(), this.allErrors && this.gen.endIf())
            : this.allErrors
              ? this.gen.endIf()
              : this.gen.else());
      }
      pass(condition, failAction) {
        this.failResult((0, codegen_1.not)(condition), void 0, failAction);
      }
      fail(condition) {
        if (condition === void 0) {
          (this.error(), this.allErrors || this.gen.if(!1));
          return;
        }
        (this.gen.if(condition), this.error(), this.allErrors ? this.gen.endIf() : this.gen.else());
      }
      fail$data(condition) {
        if (!this.$data) return this.fail(condition);
        let { schemaCode } = this;
        this.fail(
          (0, codegen_1._)`${schemaCode} !== undefined && (${(0, codegen_1.or)(this.invalid$data(), condition)})`,
        );
      }
      error(append, errorParams, errorPaths) {
        if (errorParams) {
          (this.setParams(errorParams), this._error(append, errorPaths), this.setParams({}));
          return;
        }
        this._error(append, errorPaths);
      }
      _error(append, errorPaths) {
        (append ? errors_1.reportExtraError : errors_1.reportError)(this, this.def.error, errorPaths);
      }
      $dataError() {
        (0, errors_1.reportError)(this, this.def.$dataError || errors_1.keyword$DataError);
      }
      reset() {
        if (this.errsCount === void 0) throw new Error('add "trackErrors" to keyword definition');
        (0, errors_1.resetErrorsCount)(this.gen, this.errsCount);
      }
      ok(cond) {
        this.allErrors || this.gen.if(cond);
      }
      setParams(obj, assign) {
        assign ? Object.assign(this.params, obj) : (this.params = obj);
      }
      block$data(valid, codeBlock, $dataValid = codegen_1.nil) {
        this.gen.block(() => {
          (this.check$data(valid, $dataValid), codeBlock());
        });
      }
      check$data(valid = codegen_1.nil, $dataValid = codegen_1.nil) {
        if (!this.$data) return;
        let { gen, schemaCode, schemaType, def } = this;
        (gen.if((0, codegen_1.or)((0, codegen_1._)`${schemaCode} === undefined`, $dataValid)),
          valid !== codegen_1.nil && gen.assign(valid, !0),
          (schemaType.length || def.validateSchema) &&
            (gen.elseIf(this.invalid$data()), this.$dataError(), valid !== codegen_1.nil && gen.assign(valid, !1)),
          gen.else());
      }
      invalid$data() {
        let { gen, schemaCode, schemaType, def, it } = this;
        return (0, codegen_1.or)(wrong$DataType(), invalid$DataSchema());
        function wrong$DataType() {
          if (schemaType.length) {
            if (!(schemaCode instanceof codegen_1.Name)) throw new Error('ajv implementation error');
            let st = Array.isArray(schemaType) ? schemaType : [schemaType];
            return (0,
            codegen_1._)`${(0, dataType_2.checkDataTypes)(st, schemaCode, it.opts.strictNumbers, dataType_2.DataType.Wrong)}`;
          }
          return codegen_1.nil;
        }
        function invalid$DataSchema() {
          if (def.validateSchema) {
            let validateSchemaRef = gen.scopeValue('validate$data', { ref: def.validateSchema });
            return (0, codegen_1._)`!${validateSchemaRef}(${schemaCode})`;
          }
          return codegen_1.nil;
        }
      }
      subschema(appl, valid) {
        let subschema = (0, subschema_1.getSubschema)(this.it, appl);
        ((0, subschema_1.extendSubschemaData)(subschema, this.it, appl),
          (0, subschema_1.extendSubschemaMode)(subschema, appl));
        let nextContext = { ...this.it, ...subschema, items: void 0, props: void 0 };
        return (subschemaCode(nextContext, valid), nextContext);
      }
      mergeEvaluated(schemaCxt, toName) {
        let { it, gen } = this;
        it.opts.unevaluated &&
          (it.props !== !0 &&
            schemaCxt.props !== void 0 &&
            (it.props = util_1.mergeEvaluated.props(gen, schemaCxt.props, it.props, toName)),
          it.items !== !0 &&
            schemaCxt.items !== void 0 &&
            (it.items = util_1.mergeEvaluated.items(gen, schemaCxt.items, it.items, toName)));
      }
      mergeValidEvaluated(schemaCxt, valid) {
        let { it, gen } = this;
        if (it.opts.unevaluated && (it.props !== !0 || it.items !== !0))
          return (gen.if(valid, () => this.mergeEvaluated(schemaCxt, codegen_1.Name)), !0);
      }
    };
    exports2.KeywordCxt = KeywordCxt;
    function keywordCode(it, keyword, def, ruleType) {
      let cxt = new KeywordCxt(it, def, keyword);
      'code' in def
        ? def.code(cxt, ruleType)
        : cxt.$data && def.validate
          ? (0, keyword_1.funcKeywordCode)(cxt, def)
          : 'macro' in def
            ? (0, keyword_1.macroKeywordCode)(cxt, def)
            : (def.compile || def.validate) && (0, keyword_1.funcKeywordCode)(cxt, def);
    }
    var JSON_POINTER = /^\/(?:[^~]|~0|~1)*$/,
      RELATIVE_JSON_POINTER = /^([0-9]+)(#|\/(?:[^~]|~0|~1)*)?$/;
    function getData($data, { dataLevel, dataNames, dataPathArr }) {
      let jsonPointer, data;
      if ($data === '') return names_1.default.rootData;
      if ($data[0] === '/') {
        if (!JSON_POINTER.test($data)) throw new Error(`Invalid JSON-pointer: ${$data}`);
        ((jsonPointer = $data), (data = names_1.default.rootData));
      } else {
        let matches2 = RELATIVE_JSON_POINTER.exec($data);
        if (!matches2) throw new Error(`Invalid JSON-pointer: ${$data}`);
        let up = +matches2[1];
        if (((jsonPointer = matches2[2]), jsonPointer === '#')) {
          if (up >= dataLevel) throw new Error(errorMsg('property/index', up));
          return dataPathArr[dataLevel - up];
        }
        if (up > dataLevel) throw new Error(errorMsg('data', up));
        if (((data = dataNames[dataLevel - up]), !jsonPointer)) return data;
      }
      let expr = data,
        segments = jsonPointer.split('/');
      for (let segment of segments)
        segment &&
          ((data = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)((0, util_1.unescapeJsonPointer)(segment))}`),
          (expr = (0, codegen_1._)`${expr} && ${data}`));
      return expr;
      function errorMsg(pointerType, up) {
        return `Cannot access ${pointerType} ${up} levels up, current level is ${dataLevel}`;
      }
    }
    exports2.getData = getData;
  },
});
var require_validation_error = __commonJS({
  '../node_modules/ajv/dist/runtime/validation_error.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var ValidationError = class extends Error {
      constructor(errors) {
        (super('validation failed'), (this.errors = errors), (this.ajv = this.validation = !0));
      }
    };
    exports2.default = ValidationError;
  },
});
var require_ref_error = __commonJS({
  '../node_modules/ajv/dist/compile/ref_error.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var resolve_1 = require_resolve(),
      MissingRefError = class extends Error {
        constructor(resolver, baseId, ref, msg) {
          (super(msg || `can't resolve reference ${ref} from id ${baseId}`),
            (this.missingRef = (0, resolve_1.resolveUrl)(resolver, baseId, ref)),
            (this.missingSchema = (0, resolve_1.normalizeId)((0, resolve_1.getFullPath)(resolver, this.missingRef))));
        }
      };
    exports2.default = MissingRefError;
  },
});
var require_compile = __commonJS({
  '../node_modules/ajv/dist/compile/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.resolveSchema =
      exports2.getCompilingSchema =
      exports2.resolveRef =
      exports2.compileSchema =
      exports2.SchemaEnv =
        void 0;
    var codegen_1 = require_codegen(),
      validation_error_1 = require_validation_error(),
      names_1 = require_names(),
      resolve_1 = require_resolve(),
      util_1 = require_util(),
      validate_1 = require_validate(),
      SchemaEnv = class {
        constructor(env) {
          var _a;
          ((this.refs = {}), (this.dynamicAnchors = {}));
          let schema;
          (typeof env.schema == 'object' && (schema = env.schema),
            (this.schema = env.schema),
            (this.schemaId = env.schemaId),
            (this.root = env.root || this),
            (this.baseId =
              (_a = env.baseId) !== null && _a !== void 0
                ? _a
                : (0, resolve_1.normalizeId)(schema?.[env.schemaId || '$id'])),
            (this.schemaPath = env.schemaPath),
            (this.localRefs = env.localRefs),
            (this.meta = env.meta),
            (this.$async = schema?.$async),
            (this.refs = {}));
        }
      };
    exports2.SchemaEnv = SchemaEnv;
    function compileSchema(sch) {
      let _sch = getCompilingSchema.call(this, sch);
      if (_sch) return _sch;
      let rootId = (0, resolve_1.getFullPath)(this.opts.uriResolver, sch.root.baseId),
        { es5, lines } = this.opts.code,
        { ownProperties } = this.opts,
        gen = new codegen_1.CodeGen(this.scope, { es5, lines, ownProperties }),
        _ValidationError;
      sch.$async &&
        (_ValidationError = gen.scopeValue('Error', {
          ref: validation_error_1.default,
          code: (0, codegen_1._)`require("ajv/dist/runtime/validation_error").default`,
        }));
      let validateName = gen.scopeName('validate');
      sch.validateName = validateName;
      let schemaCxt = {
          gen,
          allErrors: this.opts.allErrors,
          data: names_1.default.data,
          parentData: names_1.default.parentData,
          parentDataProperty: names_1.default.parentDataProperty,
          dataNames: [names_1.default.data],
          dataPathArr: [codegen_1.nil],
          dataLevel: 0,
          dataTypes: [],
          definedProperties: new Set(),
          topSchemaRef: gen.scopeValue(
            'schema',
            this.opts.code.source === !0
              ? { ref: sch.schema, code: (0, codegen_1.stringify)(sch.schema) }
              : { ref: sch.schema },
          ),
          validateName,
          ValidationError: _ValidationError,
          schema: sch.schema,
          schemaEnv: sch,
          rootId,
          baseId: sch.baseId || rootId,
          schemaPath: codegen_1.nil,
          errSchemaPath: sch.schemaPath || (this.opts.jtd ? '' : '#'),
          errorPath: (0, codegen_1._)`""`,
          opts: this.opts,
          self: this,
        },
        sourceCode;
      try {
        (this._compilations.add(sch),
          (0, validate_1.validateFunctionCode)(schemaCxt),
          gen.optimize(this.opts.code.optimize));
        let validateCode = gen.toString();
        ((sourceCode = `${gen.scopeRefs(names_1.default.scope)}return ${validateCode}`),
          this.opts.code.process && (sourceCode = this.opts.code.process(sourceCode, sch)));
        let validate2 = new Function(`${names_1.default.self}`, `${names_1.default.scope}`, sourceCode)(
          this,
          this.scope.get(),
        );
        if (
          (this.scope.value(validateName, { ref: validate2 }),
          (validate2.errors = null),
          (validate2.schema = sch.schema),
          (validate2.schemaEnv = sch),
          sch.$async && (validate2.$async = !0),
          this.opts.code.source === !0 && (validate2.source = { validateName, validateCode, scopeValues: gen._values }),
          this.opts.unevaluated)
        ) {
          let { props, items } = schemaCxt;
          ((validate2.evaluated = {
            props: props instanceof codegen_1.Name ? void 0 : props,
            items: items instanceof codegen_1.Name ? void 0 : items,
            dynamicProps: props instanceof codegen_1.Name,
            dynamicItems: items instanceof codegen_1.Name,
          }),
            validate2.source && (validate2.source.evaluated = (0, codegen_1.stringify)(validate2.evaluated)));
        }
        return ((sch.validate = validate2), sch);
      } catch (e) {
        throw (
          delete sch.validate,
          delete sch.validateName,
          sourceCode && this.logger.error('Error compiling schema, function code:', sourceCode),
          e
        );
      } finally {
        this._compilations.delete(sch);
      }
    }
    exports2.compileSchema = compileSchema;
    function resolveRef(root, baseId, ref) {
      var _a;
      ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, ref);
      let schOrFunc = root.refs[ref];
      if (schOrFunc) return schOrFunc;
      let _sch = resolve2.call(this, root, ref);
      if (_sch === void 0) {
        let schema = (_a = root.localRefs) === null || _a === void 0 ? void 0 : _a[ref],
          { schemaId } = this.opts;
        schema && (_sch = new SchemaEnv({ schema, schemaId, root, baseId }));
      }
      if (_sch !== void 0) return (root.refs[ref] = inlineOrCompile.call(this, _sch));
    }
    exports2.resolveRef = resolveRef;
    function inlineOrCompile(sch) {
      return (0, resolve_1.inlineRef)(sch.schema, this.opts.inlineRefs)
        ? sch.schema
        : sch.validate
          ? sch
          : compileSchema.call(this, sch);
    }
    function getCompilingSchema(schEnv) {
      for (let sch of this._compilations) if (sameSchemaEnv(sch, schEnv)) return sch;
    }
    exports2.getCompilingSchema = getCompilingSchema;
    function sameSchemaEnv(s1, s2) {
      return s1.schema === s2.schema && s1.root === s2.root && s1.baseId === s2.baseId;
    }
    function resolve2(root, ref) {
      let sch;
      for (; typeof (sch = this.refs[ref]) == 'string';) ref = sch;
      return sch || this.schemas[ref] || resolveSchema.call(this, root, ref);
    }
    function resolveSchema(root, ref) {
      let p = this.opts.uriResolver.parse(ref),
        refPath = (0, resolve_1._getFullPath)(this.opts.uriResolver, p),
        baseId = (0, resolve_1.getFullPath)(this.opts.uriResolver, root.baseId, void 0);
      if (Object.keys(root.schema).length > 0 && refPath === baseId) return getJsonPointer.call(this, p, root);
      let id = (0, resolve_1.normalizeId)(refPath),
        schOrRef = this.refs[id] || this.schemas[id];
      if (typeof schOrRef == 'string') {
        let sch = resolveSchema.call(this, root, schOrRef);
        return typeof sch?.schema != 'object' ? void 0 : getJsonPointer.call(this, p, sch);
      }
      if (typeof schOrRef?.schema == 'object') {
        if ((schOrRef.validate || compileSchema.call(this, schOrRef), id === (0, resolve_1.normalizeId)(ref))) {
          let { schema } = schOrRef,
            { schemaId } = this.opts,
            schId = schema[schemaId];
          return (
            schId && (baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId)),
            new SchemaEnv({ schema, schemaId, root, baseId })
          );
        }
        return getJsonPointer.call(this, p, schOrRef);
      }
    }
    exports2.resolveSchema = resolveSchema;
    var PREVENT_SCOPE_CHANGE = new Set(['properties', 'patternProperties', 'enum', 'dependencies', 'definitions']);
    function getJsonPointer(parsedRef, { baseId, schema, root }) {
      var _a;
      if (((_a = parsedRef.fragment) === null || _a === void 0 ? void 0 : _a[0]) !== '/') return;
      for (let part of parsedRef.fragment.slice(1).split('/')) {
        if (typeof schema == 'boolean') return;
        let partSchema = schema[(0, util_1.unescapeFragment)(part)];
        if (partSchema === void 0) return;
        schema = partSchema;
        let schId = typeof schema == 'object' && schema[this.opts.schemaId];
        !PREVENT_SCOPE_CHANGE.has(part) &&
          schId &&
          (baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId));
      }
      let env;
      if (typeof schema != 'boolean' && schema.$ref && !(0, util_1.schemaHasRulesButRef)(schema, this.RULES)) {
        let $ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schema.$ref);
        env = resolveSchema.call(this, root, $ref);
      }
      let { schemaId } = this.opts;
      if (((env = env || new SchemaEnv({ schema, schemaId, root, baseId })), env.schema !== env.root.schema))
        return env;
    }
  },
});
var require_data = __commonJS({
  '../node_modules/ajv/dist/refs/data.json'(exports2, module2) {
    module2.exports = {
      $id: 'https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#',
      description: 'Meta-schema for $data reference (JSON AnySchema extension proposal)',
      type: 'object',
      required: ['$data'],
      properties: {
        $data: { type: 'string', anyOf: [{ format: 'relative-json-pointer' }, { format: 'json-pointer' }] },
      },
      additionalProperties: !1,
    };
  },
});
var require_utils = __commonJS({
  '../node_modules/fast-uri/lib/utils.js'(exports2, module2) {
    'use strict';
    var isUUID = RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu),
      isIPv4 = RegExp.prototype.test.bind(
        /^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u,
      ),
      isPort = RegExp.prototype.test.bind(/^\d*$/u),
      isHexPair = RegExp.prototype.test.bind(/^[\da-f]{2}$/iu),
      isUnreserved = RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu),
      isPathCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u),
      isQueryFragmentCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u),
      isUserinfoCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u),
      BYTE_HEX = new Array(256);
    {
      let HEX_DIGITS = '0123456789ABCDEF';
      for (let i = 0; i < 256; i++) BYTE_HEX[i] = '%' + HEX_DIGITS[i >> 4] + HEX_DIGITS[i & 15];
    }
    function percentEncodeNonAscii(cp) {
      return cp < 2048
        ? BYTE_HEX[192 | (cp >> 6)] + BYTE_HEX[128 | (cp & 63)]
        : cp < 65536
          ? BYTE_HEX[224 | (cp >> 12)] + BYTE_HEX[128 | ((cp >> 6) & 63)] + BYTE_HEX[128 | (cp & 63)]
          : BYTE_HEX[240 | (cp >> 18)] +
            BYTE_HEX[128 | ((cp >> 12) & 63)] +
            BYTE_HEX[128 | ((cp >> 6) & 63)] +
            BYTE_HEX[128 | (cp & 63)];
    }
    function stringArrayToHexStripped(input) {
      let acc = '',
        code2 = 0,
        i = 0;
      for (i = 0; i < input.length; i++)
        if (((code2 = input[i].charCodeAt(0)), code2 !== 48)) {
          if (!((code2 >= 48 && code2 <= 57) || (code2 >= 65 && code2 <= 70) || (code2 >= 97 && code2 <= 102)))
            return '';
          acc += input[i];
          break;
        }
      for (i += 1; i < input.length; i++) {
        if (
          ((code2 = input[i].charCodeAt(0)),
          !((code2 >= 48 && code2 <= 57) || (code2 >= 65 && code2 <= 70) || (code2 >= 97 && code2 <= 102)))
        )
          return '';
        acc += input[i];
      }
      return acc;
    }
    var isHextet = RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/),
      isIPvFuture = RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/),
      isZoneCharacter = RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/),
      nonSimpleDomain = RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u);
    function isZoneIdentifier(zone) {
      if (zone.length === 0) return !1;
      for (let i = 0; i < zone.length; i++)
        if (!isZoneCharacter(zone[i])) {
          if (zone[i] === '%' && i + 2 < zone.length && isHexPair(zone.slice(i + 1, i + 3))) {
            i += 2;
            continue;
          }
          return !1;
        }
      return !0;
    }
    function compressIPv6ZeroRun(hextets) {
      let bestStart = -1,
        bestLength = 0,
        runStart = -1,
        runLength = 0;
      for (let i = 0; i < hextets.length; i++)
        hextets[i] === '0'
          ? (runStart === -1 && (runStart = i),
            runLength++,
            runLength > bestLength && ((bestLength = runLength), (bestStart = runStart)))
          : ((runStart = -1), (runLength = 0));
      if (bestLength < 2) return hextets.join(':');
      let head = hextets.slice(0, bestStart).join(':'),
        tail = hextets.slice(bestStart + bestLength).join(':');
      return head + '::' + tail;
    }
    function normalizeIPv6Address(input) {
      let compression = input.indexOf('::');
      if (compression !== -1 && input.indexOf('::', compression + 1) !== -1) return;
      let left = compression === -1 ? input.split(':') : input.slice(0, compression).split(':'),
        right = compression === -1 ? [] : input.slice(compression + 2).split(':');
      compression !== -1 &&
        (left.length === 1 && left[0] === '' && (left.length = 0),
        right.length === 1 && right[0] === '' && (right.length = 0));
      let parts = left.concat(right),
        hextetCount = 0;
      for (let i = 0; i < parts.length; i++) {
        let part = parts[i];
        if (part === '') return;
        if (part.indexOf('.') !== -1) {
          if (i !== parts.length - 1 || (compression !== -1 && right.length === 0) || !isIPv4(part)) return;
          hextetCount += 2;
          continue;
        }
        if (!isHextet(part)) return;
        ((parts[i] = parseInt(part, 16).toString(16)), hextetCount++);
      }
      if (compression === -1) return hextetCount !== 8 ? void 0 : compressIPv6ZeroRun(parts);
      if (hextetCount >= 8) return;
      let expanded = parts.slice(0, left.length);
      for (let i = hextetCount; i < 8; i++) expanded.push('0');
      for (let i = left.length; i < parts.length; i++) expanded.push(parts[i]);
      return compressIPv6ZeroRun(expanded);
    }
    function normalizeIPv6(host) {
      let bracketed = host[0] === '[' && host[host.length - 1] === ']';
      if ((host[0] === '[' || host[host.length - 1] === ']') && !bracketed) return { host, isIPV6: !1, error: !0 };
      let input = bracketed ? host.slice(1, -1) : host;
      if (bracketed && isIPvFuture(input))
        return ((input = input.toLowerCase()), { host: `[${input}]`, escapedHost: input, isIPV6: !1, isIPVFuture: !0 });
      if (findToken(input, ':') < 2) return { host, isIPV6: !1, error: bracketed };
      let zoneIdentifier = '',
        zoneSeparator = input.indexOf('%');
      if (zoneSeparator !== -1) {
        let separatorLength = input.slice(zoneSeparator, zoneSeparator + 3).toLowerCase() === '%25' ? 3 : 1;
        if (((zoneIdentifier = input.slice(zoneSeparator + separatorLength)), !isZoneIdentifier(zoneIdentifier)))
          return { host, isIPV6: !1, error: !0 };
        input = input.slice(0, zoneSeparator);
      }
      let address = normalizeIPv6Address(input);
      return address === void 0
        ? { host, isIPV6: !1, error: !0 }
        : {
            host: address + (zoneIdentifier ? '%' + zoneIdentifier : ''),
            escapedHost: address + (zoneIdentifier ? '%25' + zoneIdentifier : ''),
            isIPV6: !0,
          };
    }
    function findToken(str, token) {
      let ind = 0;
      for (let i = 0; i < str.length; i++) str[i] === token && ind++;
      return ind;
    }
    function removeDotSegments(path) {
      let input = path,
        output = [],
        nextSlash = -1,
        len = 0;
      for (; (len = input.length);) {
        if (len === 1) {
          if (input === '.') break;
          if (input === '/') {
            output.push('/');
            break;
          } else {
            output.push(input);
            break;
          }
        } else if (len === 2) {
          if (input[0] === '.') {
            if (input[1] === '.') break;
            if (input[1] === '/') {
              input = input.slice(2);
              continue;
            }
          } else if (input[0] === '/' && (input[1] === '.' || input[1] === '/')) {
            output.push('/');
            break;
          }
        } else if (len === 3 && input === '/..') {
          (output.length !== 0 && output.pop(), output.push('/'));
          break;
        }
        if (input[0] === '.') {
          if (input[1] === '.') {
            if (input[2] === '/') {
              input = input.slice(3);
              continue;
            }
          } else if (input[1] === '/') {
            input = input.slice(2);
            continue;
          }
        } else if (input[0] === '/' && input[1] === '.') {
          if (input[2] === '/') {
            input = input.slice(2);
            continue;
          } else if (input[2] === '.' && input[3] === '/') {
            ((input = input.slice(3)), output.length !== 0 && output.pop());
            continue;
          }
        }
        if ((nextSlash = input.indexOf('/', 1)) === -1) {
          output.push(input);
          break;
        } else (output.push(input.slice(0, nextSlash)), (input = input.slice(nextSlash)));
      }
      return output.join('');
    }
    function removeDotSegmentsRelative(path) {
      if (path === '' || path[0] === '/') return removeDotSegments(path);
      let segments = path.split('/'),
        last = segments.length - 1,
        output = [],
        trailingDirectory = !1;
      for (let i = 0; i <= last; i++) {
        let segment = segments[i];
        segment === '.' || segment === '..'
          ? (segment === '..' &&
              (output.length !== 0 && output[output.length - 1] !== '..' ? output.pop() : output.push('..')),
            (trailingDirectory = i === last))
          : output.push(segment);
      }
      return (
        trailingDirectory && output[output.length - 1] !== '..' && output.push(''),
        (output.length === 0 || output[0] === '' || output[0].includes(':')) && output.unshift('.'),
        output.join('/')
      );
    }
    var HOST_DELIMS = { '@': '%40', '/': '%2F', '?': '%3F', '#': '%23', ':': '%3A' },
      HOST_DELIM_RE = /[@/?#:]/g,
      HOST_DELIM_NO_COLON_RE = /[@/?#]/g;
    function reescapeHostDelimiters(host, isIP) {
      let re = isIP ? HOST_DELIM_NO_COLON_RE : HOST_DELIM_RE;
      return ((re.lastIndex = 0), host.replace(re, (ch) => HOST_DELIMS[ch]));
    }
    function normalizePercentEncoding(input, decodeUnreserved = !1) {
      if (input.indexOf('%') === -1) return input;
      let output = '';
      for (let i = 0; i < input.length; i++) {
        if (input[i] === '%' && i + 2 < input.length) {
          let hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            let normalizedHex = hex.toUpperCase(),
              decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            (decodeUnreserved && isUnreserved(decoded) ? (output += decoded) : (output += '%' + normalizedHex),
              (i += 2));
            continue;
          }
        }
        output += input[i];
      }
      return output;
    }
    function normalizePathEncoding(input) {
      let output = '';
      for (let i = 0; i < input.length; i++) {
        let ch = input[i];
        if (ch === '%' && i + 2 < input.length) {
          let hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            let normalizedHex = hex.toUpperCase(),
              decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            (decoded !== '.' && isUnreserved(decoded) ? (output += decoded) : (output += '%' + normalizedHex),
              (i += 2));
            continue;
          }
        }
        if (isPathCharacter(ch)) output += ch;
        else {
          let code2 = input.charCodeAt(i);
          if (code2 < 128) output += isEscapeSafe(code2) ? ch : BYTE_HEX[code2];
          else if (code2 < 55296 || code2 > 57343) output += percentEncodeNonAscii(code2);
          else if (code2 <= 56319 && i + 1 < input.length) {
            let low = input.charCodeAt(i + 1);
            low >= 56320 && low <= 57343
              ? ((output += percentEncodeNonAscii(65536 + ((code2 - 55296) << 10) + (low - 56320))), i++)
              : (output += percentEncodeNonAscii(65533));
          } else output += percentEncodeNonAscii(65533);
        }
      }
      return output;
    }
    function serializePathEncoding(input, pathNoScheme = !1) {
      let output = '',
        firstSegment = pathNoScheme && input[0] !== '/';
      for (let i = 0; i < input.length; i++) {
        let ch = input[i];
        if (ch === '%' && i + 2 < input.length) {
          let hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            ((output += '%' + hex.toUpperCase()), (i += 2));
            continue;
          }
        }
        if ((ch === '/' && (firstSegment = !1), isPathCharacter(ch) && (ch !== ':' || !firstSegment))) output += ch;
        else {
          let code2 = input.charCodeAt(i);
          if (code2 < 128) output += BYTE_HEX[code2];
          else if (code2 < 55296 || code2 > 57343) output += percentEncodeNonAscii(code2);
          else if (code2 <= 56319 && i + 1 < input.length) {
            let low = input.charCodeAt(i + 1);
            low >= 56320 && low <= 57343
              ? ((output += percentEncodeNonAscii(65536 + ((code2 - 55296) << 10) + (low - 56320))), i++)
              : (output += percentEncodeNonAscii(65533));
          } else output += percentEncodeNonAscii(65533);
        }
      }
      return output;
    }
    function encodeComponent(input, isAllowed) {
      let output = '';
      for (let i = 0; i < input.length; i++) {
        let ch = input[i];
        if (ch === '%' && i + 2 < input.length) {
          let hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            ((output += '%' + hex.toUpperCase()), (i += 2));
            continue;
          }
        }
        if (isAllowed(ch)) output += ch;
        else {
          let code2 = input.charCodeAt(i);
          if (code2 < 128) output += BYTE_HEX[code2];
          else if (code2 < 55296 || code2 > 57343) output += percentEncodeNonAscii(code2);
          else if (code2 <= 56319 && i + 1 < input.length) {
            let low = input.charCodeAt(i + 1);
            low >= 56320 && low <= 57343
              ? ((output += percentEncodeNonAscii(65536 + ((code2 - 55296) << 10) + (low - 56320))), i++)
              : (output += percentEncodeNonAscii(65533));
          } else output += percentEncodeNonAscii(65533);
        }
      }
      return output;
    }
    function encodeUserinfo(input) {
      return encodeComponent(input, isUserinfoCharacter);
    }
    function encodeQuery(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    function encodeFragment(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    function isEscapeSafe(cp) {
      return (
        (cp >= 48 && cp <= 57) ||
        (cp >= 65 && cp <= 90) ||
        (cp >= 97 && cp <= 122) ||
        cp === 42 ||
        cp === 43 ||
        cp === 45 ||
        cp === 46 ||
        cp === 47 ||
        cp === 64 ||
        cp === 95
      );
    }
    function normalizeQueryFragmentEncoding(input) {
      let output = '';
      for (let i = 0; i < input.length; i++) {
        let ch = input[i];
        if (ch === '%' && i + 2 < input.length) {
          let hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            let normalizedHex = hex.toUpperCase(),
              decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            (isUnreserved(decoded) ? (output += decoded) : (output += '%' + normalizedHex), (i += 2));
            continue;
          }
        }
        if (isQueryFragmentCharacter(ch)) output += ch;
        else {
          let code2 = input.charCodeAt(i);
          if (code2 < 128) output += isEscapeSafe(code2) ? ch : BYTE_HEX[code2];
          else if (code2 < 55296 || code2 > 57343) output += percentEncodeNonAscii(code2);
          else if (code2 <= 56319 && i + 1 < input.length) {
            let low = input.charCodeAt(i + 1);
            low >= 56320 && low <= 57343
              ? ((output += percentEncodeNonAscii(65536 + ((code2 - 55296) << 10) + (low - 56320))), i++)
              : (output += percentEncodeNonAscii(65533));
          } else output += percentEncodeNonAscii(65533);
        }
      }
      return output;
    }
    function escapePreservingEscapes(input) {
      let output = '';
      for (let i = 0; i < input.length; i++) {
        if (input[i] === '%' && i + 2 < input.length) {
          let hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            ((output += '%' + hex.toUpperCase()), (i += 2));
            continue;
          }
        }
        output += escape(input[i]);
      }
      return output;
    }
    function recomposeAuthority(component) {
      let uriTokens = [];
      if (
        (component.userinfo !== void 0 && (uriTokens.push(encodeUserinfo(component.userinfo)), uriTokens.push('@')),
        component.host !== void 0)
      ) {
        let host = component.host;
        if (!isIPv4(host)) {
          let ipV6res = normalizeIPv6(host);
          (ipV6res.isIPV6 !== !0 &&
            ipV6res.isIPVFuture !== !0 &&
            ((host = normalizePercentEncoding(host, !0)), (ipV6res = normalizeIPv6(host))),
            ipV6res.isIPV6 === !0 || ipV6res.isIPVFuture === !0
              ? (host = `[${ipV6res.escapedHost}]`)
              : (host = reescapeHostDelimiters(host, !1)));
        }
        uriTokens.push(host);
      }
      if (typeof component.port == 'number' || typeof component.port == 'string') {
        let port = String(component.port);
        if (!isPort(port)) throw new TypeError('URI port is malformed.');
        (uriTokens.push(':'), uriTokens.push(port));
      }
      return uriTokens.length ? uriTokens.join('') : void 0;
    }
    module2.exports = {
      nonSimpleDomain,
      recomposeAuthority,
      reescapeHostDelimiters,
      normalizePercentEncoding,
      normalizePathEncoding,
      serializePathEncoding,
      normalizeQueryFragmentEncoding,
      encodeUserinfo,
      encodeQuery,
      encodeFragment,
      escapePreservingEscapes,
      removeDotSegments,
      removeDotSegmentsRelative,
      isIPv4,
      isUUID,
      normalizeIPv6,
      stringArrayToHexStripped,
    };
  },
});
var require_schemes = __commonJS({
  '../node_modules/fast-uri/lib/schemes.js'(exports2, module2) {
    'use strict';
    var { isUUID } = require_utils(),
      URN_REG = /^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu,
      supportedSchemeNames = ['http', 'https', 'ws', 'wss', 'urn', 'urn:uuid'];
    function isValidSchemeName(name) {
      return supportedSchemeNames.indexOf(name) !== -1;
    }
    function wsIsSecure(wsComponent) {
      return wsComponent.secure === !0
        ? !0
        : wsComponent.secure === !1
          ? !1
          : wsComponent.scheme
            ? wsComponent.scheme.length === 3 &&
              (wsComponent.scheme[0] === 'w' || wsComponent.scheme[0] === 'W') &&
              (wsComponent.scheme[1] === 's' || wsComponent.scheme[1] === 'S') &&
              (wsComponent.scheme[2] === 's' || wsComponent.scheme[2] === 'S')
            : !1;
    }
    function httpParse(component) {
      return (component.host || (component.error = component.error || 'HTTP URIs must have a host.'), component);
    }
    function httpSerialize(component) {
      let secure = String(component.scheme).toLowerCase() === 'https';
      return (
        (component.port === (secure ? 443 : 80) || component.port === '') && (component.port = void 0),
        component.path || (component.path = '/'),
        component
      );
    }
    function wsParse(wsComponent) {
      return (
        (wsComponent.secure = wsIsSecure(wsComponent)),
        (wsComponent.resourceName = (wsComponent.path || '/') + (wsComponent.query ? '?' + wsComponent.query : '')),
        (wsComponent.path = void 0),
        (wsComponent.query = void 0),
        wsComponent
      );
    }
    function wsSerialize(wsComponent) {
      if (
        ((wsComponent.port === (wsIsSecure(wsComponent) ? 443 : 80) || wsComponent.port === '') &&
          (wsComponent.port = void 0),
        typeof wsComponent.secure == 'boolean' &&
          ((wsComponent.scheme = wsComponent.secure ? 'wss' : 'ws'), (wsComponent.secure = void 0)),
        wsComponent.resourceName)
      ) {
        let queryIndex = wsComponent.resourceName.indexOf('?'),
          path = queryIndex === -1 ? wsComponent.resourceName : wsComponent.resourceName.slice(0, queryIndex);
        ((wsComponent.path = path && path !== '/' ? path : void 0),
          (wsComponent.query = queryIndex === -1 ? void 0 : wsComponent.resourceName.slice(queryIndex + 1)),
          (wsComponent.resourceName = void 0));
      }
      return ((wsComponent.fragment = void 0), wsComponent);
    }
    function urnParse(urnComponent, options) {
      if (!urnComponent.path) return ((urnComponent.error = 'URN can not be parsed'), urnComponent);
      let matches2 = urnComponent.path.match(URN_REG);
      if (matches2 && matches2[0] === urnComponent.path) {
        let scheme = options.scheme || urnComponent.scheme || 'urn';
        ((urnComponent.nid = matches2[1].toLowerCase()), (urnComponent.nss = matches2[2]));
        let urnScheme = `${scheme}:${options.nid || urnComponent.nid}`,
          schemeHandler = getSchemeHandler(urnScheme);
        ((urnComponent.path = void 0), schemeHandler && (urnComponent = schemeHandler.parse(urnComponent, options)));
      } else urnComponent.error = urnComponent.error || 'URN can not be parsed.';
      return urnComponent;
    }
    function urnSerialize(urnComponent, options) {
      if (urnComponent.nid === void 0) throw new Error('URN without nid cannot be serialized');
      let scheme = options.scheme || urnComponent.scheme || 'urn',
        nid = urnComponent.nid.toLowerCase(),
        urnScheme = `${scheme}:${options.nid || nid}`,
        schemeHandler = getSchemeHandler(urnScheme);
      schemeHandler && (urnComponent = schemeHandler.serialize(urnComponent, options));
      let uriComponent = urnComponent,
        nss = urnComponent.nss;
      return ((uriComponent.path = `${nid || options.nid}:${nss}`), (options.skipEscape = !0), uriComponent);
    }
    function urnuuidParse(urnComponent, options) {
      let uuidComponent = urnComponent;
      return (
        (uuidComponent.uuid = uuidComponent.nss),
        (uuidComponent.nss = void 0),
        !options.tolerant &&
          (!uuidComponent.uuid || !isUUID(uuidComponent.uuid)) &&
          (uuidComponent.error = uuidComponent.error || 'UUID is not valid.'),
        uuidComponent
      );
    }
    function urnuuidSerialize(uuidComponent) {
      let urnComponent = uuidComponent;
      return ((urnComponent.nss = (uuidComponent.uuid || '').toLowerCase()), urnComponent);
    }
    var http = { scheme: 'http', domainHost: !0, parse: httpParse, serialize: httpSerialize },
      https = { scheme: 'https', domainHost: http.domainHost, parse: httpParse, serialize: httpSerialize },
      ws = { scheme: 'ws', domainHost: !0, parse: wsParse, serialize: wsSerialize },
      wss = { scheme: 'wss', domainHost: ws.domainHost, parse: ws.parse, serialize: ws.serialize },
      urn = { scheme: 'urn', parse: urnParse, serialize: urnSerialize, skipNormalize: !0 },
      urnuuid = { scheme: 'urn:uuid', parse: urnuuidParse, serialize: urnuuidSerialize, skipNormalize: !0 },
      SCHEMES = { http, https, ws, wss, urn, 'urn:uuid': urnuuid };
    Object.setPrototypeOf(SCHEMES, null);
    function getSchemeHandler(scheme) {
      return (scheme && (SCHEMES[scheme] || SCHEMES[scheme.toLowerCase()])) || void 0;
    }
    module2.exports = { wsIsSecure, SCHEMES, isValidSchemeName, getSchemeHandler };
  },
});
var require_fast_uri = __commonJS({
  '../node_modules/fast-uri/index.js'(exports2, module2) {
    'use strict';
    var {
        normalizeIPv6,
        removeDotSegments,
        removeDotSegmentsRelative,
        recomposeAuthority,
        normalizePercentEncoding,
        normalizePathEncoding,
        serializePathEncoding,
        normalizeQueryFragmentEncoding,
        encodeQuery,
        encodeFragment,
        reescapeHostDelimiters,
        isIPv4,
        nonSimpleDomain,
      } = require_utils(),
      { SCHEMES, getSchemeHandler } = require_schemes(),
      VALID_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/u,
      MALFORMED_SCHEME_ERROR = 'URI scheme is malformed.',
      MALFORMED_HOST_ERROR = 'URI host is malformed.',
      FORBIDDEN_DOMAIN_HOST_CHARACTER = /[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u;
    function validateScheme(scheme) {
      let stringScheme = String(scheme);
      if (!VALID_SCHEME.test(stringScheme)) throw new TypeError(MALFORMED_SCHEME_ERROR);
      return stringScheme;
    }
    function normalize(uri, options) {
      return (
        typeof uri == 'string'
          ? (uri = normalizeString(uri, options))
          : typeof uri == 'object' && (uri = parse3(serialize(uri, options), options)),
        uri
      );
    }
    function resolve2(baseURI, relativeURI, options) {
      let schemelessOptions = options ? Object.assign({ scheme: 'null' }, options) : { scheme: 'null' },
        {
          parsed: baseParsed,
          malformedAuthorityOrPort: baseMalformed,
          malformedPercentEncoding: baseMalformedPercentEncoding,
          malformedSchemeSpecific: baseMalformedSchemeSpecific,
          malformedHost: baseMalformedHost,
          malformedScheme: baseMalformedScheme,
        } = parseWithStatus(baseURI, schemelessOptions),
        {
          parsed: relativeParsed,
          malformedAuthorityOrPort: relativeMalformed,
          malformedPercentEncoding: relativeMalformedPercentEncoding,
          malformedSchemeSpecific: relativeMalformedSchemeSpecific,
          malformedHost: relativeMalformedHost,
          malformedScheme: relativeMalformedScheme,
        } = parseWithStatus(relativeURI, schemelessOptions);
      if (
        baseMalformed ||
        relativeMalformed ||
        baseMalformedPercentEncoding ||
        relativeMalformedPercentEncoding ||
        baseMalformedSchemeSpecific ||
        relativeMalformedSchemeSpecific ||
        baseMalformedHost ||
        relativeMalformedHost ||
        baseMalformedScheme ||
        relativeMalformedScheme
      )
        throw new Error(baseParsed.error || relativeParsed.error || 'URI is malformed.');
      let resolved = resolveComponent(baseParsed, relativeParsed, schemelessOptions, !0),
        resolvedSchemeHandler = getSchemeHandler((options && options.scheme) || resolved.scheme),
        resolvedHost = resolved.host,
        resolvedHostIsIP =
          resolvedHost !== void 0 &&
          resolvedHost !== '' &&
          (isIPv4(resolvedHost) || normalizeIPv6(resolvedHost).isIPV6);
      if (hasForbiddenDomainHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP))
        throw new Error(MALFORMED_HOST_ERROR);
      canonicalizeHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP);
      let encodedASCIIHost =
        resolvedHost && resolvedHost.indexOf('%') !== -1 && !new RegExp('\\P{ASCII}', 'u').test(resolvedHost);
      if (resolved.error && !encodedASCIIHost) throw new Error(resolved.error);
      return ((schemelessOptions.skipEscape = !0), serialize(resolved, schemelessOptions));
    }
    function resolveComponent(base, relative3, options, skipNormalization) {
      let target = {};
      if (
        (skipNormalization ||
          ((base = parse3(serialize(base, options), options)),
          (relative3 = parse3(serialize(relative3, options), options))),
        (options = options || {}),
        !options.tolerant && relative3.scheme)
      )
        ((target.scheme = relative3.scheme),
          (target.userinfo = relative3.userinfo),
          (target.host = relative3.host),
          (target.port = relative3.port),
          (target.path = removeDotSegments(relative3.path || '')),
          (target.query = relative3.query));
      else {
        if (relative3.userinfo !== void 0 || relative3.host !== void 0 || relative3.port !== void 0)
          ((target.userinfo = relative3.userinfo),
            (target.host = relative3.host),
            (target.port = relative3.port),
            (target.path = removeDotSegments(relative3.path || '')),
            (target.query = relative3.query));
        else {
          if (!relative3.path)
            ((target.path = base.path),
              relative3.query !== void 0 ? (target.query = relative3.query) : (target.query = base.query));
          else {
            if (relative3.path[0] === '/') target.path = removeDotSegments(relative3.path);
            else {
              let baseHasAuthority = base.userinfo !== void 0 || base.host !== void 0 || base.port !== void 0;
              (baseHasAuthority && !base.path
                ? (target.path = '/' + relative3.path)
                : base.path
                  ? (target.path = base.path.slice(0, base.path.lastIndexOf('/') + 1) + relative3.path)
                  : (target.path = relative3.path),
                (target.path =
                  base.scheme === void 0 && !baseHasAuthority && target.path[0] !== '/'
                    ? removeDotSegmentsRelative(target.path)
                    : removeDotSegments(target.path)));
            }
            target.query = relative3.query;
          }
          ((target.userinfo = base.userinfo), (target.host = base.host), (target.port = base.port));
        }
        target.scheme = base.scheme;
      }
      return ((target.fragment = relative3.fragment), target);
    }
    function equal(uriA, uriB, options) {
      let normalizedA = normalizeComparableURI(uriA, options),
        normalizedB = normalizeComparableURI(uriB, options);
      return normalizedA !== void 0 && normalizedB !== void 0 && normalizedA === normalizedB;
    }
    function serialize(cmpts, opts) {
      let component = {
          host: cmpts.host,
          scheme: cmpts.scheme,
          userinfo: cmpts.userinfo,
          port: cmpts.port,
          path: cmpts.path,
          query: cmpts.query,
          nid: cmpts.nid,
          nss: cmpts.nss,
          uuid: cmpts.uuid,
          fragment: cmpts.fragment,
          reference: cmpts.reference,
          resourceName: cmpts.resourceName,
          secure: cmpts.secure,
          error: '',
        },
        options = Object.assign({}, opts),
        uriTokens = [];
      component.scheme && (component.scheme = validateScheme(component.scheme));
      let schemeHandler = getSchemeHandler(options.scheme || component.scheme);
      schemeHandler && schemeHandler.serialize && schemeHandler.serialize(component, options);
      let hasAuthority = component.userinfo !== void 0 || component.host !== void 0 || component.port !== void 0,
        schemelessReference = (component.scheme === void 0 || options.reference === 'suffix') && !hasAuthority,
        pathNoScheme = !options.skipEscape && schemelessReference;
      (component.path !== void 0 &&
        (options.skipEscape
          ? (component.path = normalizePercentEncoding(component.path))
          : (component.path = serializePathEncoding(component.path, pathNoScheme))),
        options.reference !== 'suffix' &&
          component.scheme &&
          ((component.scheme = validateScheme(component.scheme)), uriTokens.push(component.scheme, ':')));
      let authority = recomposeAuthority(component);
      if (
        (authority !== void 0 &&
          (options.reference !== 'suffix' && uriTokens.push('//'),
          uriTokens.push(authority),
          component.path && component.path[0] !== '/' && uriTokens.push('/')),
        component.path !== void 0)
      ) {
        let s = component.path;
        (!options.absolutePath &&
          (!schemeHandler || !schemeHandler.absolutePath) &&
          (s = schemelessReference && s[0] !== '/' ? removeDotSegmentsRelative(s) : removeDotSegments(s)),
          schemelessReference && (s = serializePathEncoding(s, !0)),
          authority === void 0 && s[0] === '/' && s[1] === '/' && (s = '/%2F' + s.slice(2)),
          uriTokens.push(s));
      }
      return (
        component.query !== void 0 && uriTokens.push('?', encodeQuery(component.query)),
        component.fragment !== void 0 && uriTokens.push('#', encodeFragment(component.fragment)),
        uriTokens.join('')
      );
    }
    var URI_PARSE =
        /^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u,
      AUTHORITY_PREFIX = /^(?:[^#/:?]+:)?\/\/([^/?#]*)/,
      AUTHORITY_INTRODUCER_REGION = /^(?:[^#/:?]+:)?([/\\\t\n\r]*)/;
    function getParseError(parsed, matches2) {
      if (matches2[2] !== void 0 && parsed.path && parsed.path[0] !== '/')
        return 'URI path must start with "/" when authority is present.';
      if (typeof parsed.port == 'number' && (parsed.port < 0 || parsed.port > 65535)) return 'URI port is malformed.';
    }
    function hasMalformedPercentEncoding(component) {
      if (component === void 0) return !1;
      let percent = component.indexOf('%');
      for (; percent !== -1;) {
        if (percent + 2 >= component.length || !/^[\da-f]{2}$/iu.test(component.slice(percent + 1, percent + 3)))
          return !0;
        percent = component.indexOf('%', percent + 3);
      }
      return !1;
    }
    function isIPLiteral(host) {
      return host[0] === '[' && host[host.length - 1] === ']';
    }
    function hasMalformedComponentPercentEncoding(matches2) {
      let host = matches2[4];
      return (
        hasMalformedPercentEncoding(matches2[3]) ||
        (host !== void 0 && !isIPLiteral(host) && hasMalformedPercentEncoding(host)) ||
        hasMalformedPercentEncoding(matches2[6]) ||
        hasMalformedPercentEncoding(matches2[7]) ||
        hasMalformedPercentEncoding(matches2[8])
      );
    }
    function canonicalizeHost(parsed, options, schemeHandler, isIP) {
      if (hasForbiddenDomainHost(parsed, options, schemeHandler, isIP))
        return ((parsed.error = parsed.error || MALFORMED_HOST_ERROR), !0);
      if (
        !options.unicodeSupport &&
        (!schemeHandler || !schemeHandler.unicodeSupport) &&
        parsed.host &&
        !isIPLiteral(parsed.host) &&
        (options.domainHost || (schemeHandler && schemeHandler.domainHost)) &&
        isIP === !1 &&
        nonSimpleDomain(parsed.host)
      ) {
        let url;
        try {
          url = new URL('http://' + parsed.host);
        } catch (e) {
          return ((parsed.error = parsed.error || "Host's domain name can not be converted to ASCII: " + e), !0);
        }
        if (!isHostOnlyURL(url)) return ((parsed.error = parsed.error || MALFORMED_HOST_ERROR), !0);
        parsed.host = url.hostname;
      }
      return !1;
    }
    function hasForbiddenDomainHost(parsed, options, schemeHandler, isIP) {
      return !!(
        parsed.host &&
        isIP === !1 &&
        !isIPLiteral(parsed.host) &&
        (options.domainHost || (schemeHandler && schemeHandler.domainHost)) &&
        FORBIDDEN_DOMAIN_HOST_CHARACTER.test(parsed.host)
      );
    }
    function isHostOnlyURL(url) {
      return (
        url.username === '' &&
        url.password === '' &&
        url.port === '' &&
        url.pathname === '/' &&
        url.search === '' &&
        url.hash === '' &&
        url.hostname !== ''
      );
    }
    function parseWithStatus(uri, opts) {
      let options = Object.assign({}, opts),
        parsed = {
          scheme: void 0,
          userinfo: void 0,
          host: '',
          port: void 0,
          path: '',
          query: void 0,
          fragment: void 0,
        },
        malformedAuthorityOrPort = !1,
        malformedPercentEncoding = !1,
        malformedSchemeSpecific = !1,
        malformedHost = !1,
        malformedIPLiteral = !1,
        malformedScheme = !1,
        isIP = !1;
      options.reference === 'suffix' && (options.scheme ? (uri = options.scheme + ':' + uri) : (uri = '//' + uri));
      let authorityMatch = uri.match(AUTHORITY_PREFIX);
      authorityMatch !== null &&
        authorityMatch[1].indexOf('\\') !== -1 &&
        ((parsed.error = 'URI authority must not contain a literal backslash.'), (malformedAuthorityOrPort = !0));
      let introducerMatch = uri.match(AUTHORITY_INTRODUCER_REGION);
      if (introducerMatch !== null) {
        let region = introducerMatch[1],
          normalizedRegion = region.replace(/[\t\n\r]/g, '');
        normalizedRegion.length >= 2 &&
          (normalizedRegion.slice(0, 2) !== '//'
            ? ((parsed.error = parsed.error || 'URI authority must not contain a literal backslash.'),
              (malformedAuthorityOrPort = !0))
            : region.length !== normalizedRegion.length &&
              ((parsed.error = parsed.error || 'URI authority introducer must not contain whitespace.'),
              (malformedAuthorityOrPort = !0)));
      }
      let matches2 = uri.match(URI_PARSE);
      if (matches2) {
        ((parsed.scheme = matches2[1]),
          (parsed.userinfo = matches2[3]),
          (parsed.host = matches2[4]),
          (parsed.port = parseInt(matches2[5], 10)),
          (parsed.path = matches2[6] || ''),
          (parsed.query = matches2[7]),
          (parsed.fragment = matches2[8]),
          parsed.scheme !== void 0 &&
            (VALID_SCHEME.test(parsed.scheme)
              ? (parsed.scheme = parsed.scheme.toLowerCase())
              : ((parsed.error = parsed.error || MALFORMED_SCHEME_ERROR), (malformedScheme = !0))),
          (malformedPercentEncoding = hasMalformedComponentPercentEncoding(matches2)),
          malformedPercentEncoding && (parsed.error = parsed.error || 'URI contains malformed percent-encoding.'),
          isNaN(parsed.port) && (parsed.port = matches2[5]));
        let parseError = getParseError(parsed, matches2);
        if (
          (parseError !== void 0 && ((parsed.error = parsed.error || parseError), (malformedAuthorityOrPort = !0)),
          parsed.host)
        )
          if (isIPv4(parsed.host) === !1) {
            let bracketedIPLiteral = isIPLiteral(parsed.host),
              hasIPLiteralBracket = parsed.host.indexOf('[') !== -1 || parsed.host.indexOf(']') !== -1,
              ipv6result = normalizeIPv6(parsed.host);
            ((isIP = ipv6result.isIPV6 || ipv6result.isIPVFuture === !0),
              (malformedIPLiteral = hasIPLiteralBracket && (!bracketedIPLiteral || ipv6result.error === !0)),
              (parsed.host = isIP ? ipv6result.host : ipv6result.host.toLowerCase()),
              malformedIPLiteral &&
                ((parsed.error = parsed.error || MALFORMED_HOST_ERROR), (malformedAuthorityOrPort = !0)));
          } else isIP = !0;
        (parsed.scheme === void 0 &&
        parsed.userinfo === void 0 &&
        parsed.host === void 0 &&
        parsed.port === void 0 &&
        parsed.query === void 0 &&
        !parsed.path
          ? (parsed.reference = 'same-document')
          : parsed.scheme === void 0
            ? (parsed.reference = 'relative')
            : parsed.fragment === void 0
              ? (parsed.reference = 'absolute')
              : (parsed.reference = 'uri'),
          options.reference &&
            options.reference !== 'suffix' &&
            options.reference !== parsed.reference &&
            (parsed.error = parsed.error || 'URI is not a ' + options.reference + ' reference.'));
        let schemeHandler = getSchemeHandler(options.scheme || parsed.scheme);
        if (
          (malformedIPLiteral || (malformedHost = canonicalizeHost(parsed, options, schemeHandler, isIP)),
          uri.indexOf('%') !== -1 && parsed.host !== void 0 && !malformedIPLiteral)
        ) {
          let host = isIP ? parsed.host : normalizePercentEncoding(parsed.host, !0);
          (isIP || (host = normalizePercentEncoding(host.toLowerCase())),
            (parsed.host = isIP || options.scheme !== 'null' ? reescapeHostDelimiters(host, isIP) : host));
        }
        ((!schemeHandler || (schemeHandler && !schemeHandler.skipNormalize)) &&
          (parsed.path && (parsed.path = normalizePathEncoding(parsed.path)),
          parsed.query && (parsed.query = normalizeQueryFragmentEncoding(parsed.query)),
          parsed.fragment && (parsed.fragment = normalizeQueryFragmentEncoding(parsed.fragment))),
          schemeHandler &&
            schemeHandler.parse &&
            (schemeHandler.parse(parsed, options),
            schemeHandler === SCHEMES.urn && parsed.nid === void 0 && (malformedSchemeSpecific = !0)));
      } else parsed.error = parsed.error || 'URI can not be parsed.';
      return {
        parsed,
        malformedAuthorityOrPort,
        malformedPercentEncoding,
        malformedSchemeSpecific,
        malformedHost,
        malformedScheme,
      };
    }
    function parse3(uri, opts) {
      return parseWithStatus(uri, opts).parsed;
    }
    function normalizeString(uri, opts) {
      return normalizeStringWithStatus(uri, opts).normalized;
    }
    function normalizeStringWithStatus(uri, opts) {
      let {
        parsed,
        malformedAuthorityOrPort,
        malformedPercentEncoding,
        malformedSchemeSpecific,
        malformedHost,
        malformedScheme,
      } = parseWithStatus(uri, opts);
      return {
        normalized:
          malformedAuthorityOrPort ||
          malformedPercentEncoding ||
          malformedSchemeSpecific ||
          malformedHost ||
          malformedScheme
            ? uri
            : serialize(parsed, opts),
        malformedAuthorityOrPort,
        malformedPercentEncoding,
        malformedSchemeSpecific,
        malformedHost,
        malformedScheme,
      };
    }
    function normalizeComparableURI(uri, opts) {
      if (typeof uri != 'string' && typeof uri != 'object') return;
      let value;
      try {
        value = typeof uri == 'string' ? uri : serialize(uri, opts);
      } catch {
        return;
      }
      let {
        normalized,
        malformedAuthorityOrPort,
        malformedPercentEncoding,
        malformedSchemeSpecific,
        malformedHost,
        malformedScheme,
      } = normalizeStringWithStatus(value, opts);
      return malformedAuthorityOrPort ||
        malformedPercentEncoding ||
        malformedSchemeSpecific ||
        malformedHost ||
        malformedScheme
        ? void 0
        : normalized;
    }
    var fastUri = { SCHEMES, normalize, resolve: resolve2, resolveComponent, equal, serialize, parse: parse3 };
    module2.exports = fastUri;
    module2.exports.default = fastUri;
    module2.exports.fastUri = fastUri;
  },
});
var require_uri = __commonJS({
  '../node_modules/ajv/dist/runtime/uri.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var uri = require_fast_uri();
    uri.code = 'require("ajv/dist/runtime/uri").default';
    exports2.default = uri;
  },
});
var require_core = __commonJS({
  '../node_modules/ajv/dist/core.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.CodeGen =
      exports2.Name =
      exports2.nil =
      exports2.stringify =
      exports2.str =
      exports2._ =
      exports2.KeywordCxt =
        void 0;
    var validate_1 = require_validate();
    Object.defineProperty(exports2, 'KeywordCxt', {
      enumerable: !0,
      get: function () {
        return validate_1.KeywordCxt;
      },
    });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports2, '_', {
      enumerable: !0,
      get: function () {
        return codegen_1._;
      },
    });
    Object.defineProperty(exports2, 'str', {
      enumerable: !0,
      get: function () {
        return codegen_1.str;
      },
    });
    Object.defineProperty(exports2, 'stringify', {
      enumerable: !0,
      get: function () {
        return codegen_1.stringify;
      },
    });
    Object.defineProperty(exports2, 'nil', {
      enumerable: !0,
      get: function () {
        return codegen_1.nil;
      },
    });
    Object.defineProperty(exports2, 'Name', {
      enumerable: !0,
      get: function () {
        return codegen_1.Name;
      },
    });
    Object.defineProperty(exports2, 'CodeGen', {
      enumerable: !0,
      get: function () {
        return codegen_1.CodeGen;
      },
    });
    var validation_error_1 = require_validation_error(),
      ref_error_1 = require_ref_error(),
      rules_1 = require_rules(),
      compile_1 = require_compile(),
      codegen_2 = require_codegen(),
      resolve_1 = require_resolve(),
      dataType_1 = require_dataType(),
      util_1 = require_util(),
      $dataRefSchema = require_data(),
      uri_1 = require_uri(),
      defaultRegExp = (str, flags) => new RegExp(str, flags);
    defaultRegExp.code = 'new RegExp';
    var META_IGNORE_OPTIONS = ['removeAdditional', 'useDefaults', 'coerceTypes'],
      EXT_SCOPE_NAMES = new Set([
        'validate',
        'serialize',
        'parse',
        'wrapper',
        'root',
        'schema',
        'keyword',
        'pattern',
        'formats',
        'validate$data',
        'func',
        'obj',
        'Error',
      ]),
      removedOptions = {
        errorDataPath: '',
        format: '`validateFormats: false` can be used instead.',
        nullable: '"nullable" keyword is supported by default.',
        jsonPointers: 'Deprecated jsPropertySyntax can be used instead.',
        extendRefs: 'Deprecated ignoreKeywordsWithRef can be used instead.',
        missingRefs: 'Pass empty schema with $id that should be ignored to ajv.addSchema.',
        processCode: 'Use option `code: {process: (code, schemaEnv: object) => string}`',
        sourceCode: 'Use option `code: {source: true}`',
        strictDefaults: 'It is default now, see option `strict`.',
        strictKeywords: 'It is default now, see option `strict`.',
        uniqueItems: '"uniqueItems" keyword is always validated.',
        unknownFormats: 'Disable strict mode or pass `true` to `ajv.addFormat` (or `formats` option).',
        cache: 'Map is used as cache, schema object as key.',
        serialize: 'Map is used as cache, schema object as key.',
        ajvErrors: 'It is default now.',
      },
      deprecatedOptions = {
        ignoreKeywordsWithRef: '',
        jsPropertySyntax: '',
        unicode: '"minLength"/"maxLength" account for unicode characters by default.',
      },
      MAX_EXPRESSION = 200;
    function requiredOptions(o) {
      var _a, _b, _c, _d, _e, _f, _g, _h, _j, _k, _l, _m, _o, _p, _q, _r, _s, _t, _u, _v, _w, _x, _y, _z, _0;
      let s = o.strict,
        _optz = (_a = o.code) === null || _a === void 0 ? void 0 : _a.optimize,
        optimize = _optz === !0 || _optz === void 0 ? 1 : _optz || 0,
        regExp =
          (_c = (_b = o.code) === null || _b === void 0 ? void 0 : _b.regExp) !== null && _c !== void 0
            ? _c
            : defaultRegExp,
        uriResolver = (_d = o.uriResolver) !== null && _d !== void 0 ? _d : uri_1.default;
      return {
        strictSchema:
          (_f = (_e = o.strictSchema) !== null && _e !== void 0 ? _e : s) !== null && _f !== void 0 ? _f : !0,
        strictNumbers:
          (_h = (_g = o.strictNumbers) !== null && _g !== void 0 ? _g : s) !== null && _h !== void 0 ? _h : !0,
        strictTypes:
          (_k = (_j = o.strictTypes) !== null && _j !== void 0 ? _j : s) !== null && _k !== void 0 ? _k : 'log',
        strictTuples:
          (_m = (_l = o.strictTuples) !== null && _l !== void 0 ? _l : s) !== null && _m !== void 0 ? _m : 'log',
        strictRequired:
          (_p = (_o = o.strictRequired) !== null && _o !== void 0 ? _o : s) !== null && _p !== void 0 ? _p : !1,
        code: o.code ? { ...o.code, optimize, regExp } : { optimize, regExp },
        loopRequired: (_q = o.loopRequired) !== null && _q !== void 0 ? _q : MAX_EXPRESSION,
        loopEnum: (_r = o.loopEnum) !== null && _r !== void 0 ? _r : MAX_EXPRESSION,
        meta: (_s = o.meta) !== null && _s !== void 0 ? _s : !0,
        messages: (_t = o.messages) !== null && _t !== void 0 ? _t : !0,
        inlineRefs: (_u = o.inlineRefs) !== null && _u !== void 0 ? _u : !0,
        schemaId: (_v = o.schemaId) !== null && _v !== void 0 ? _v : '$id',
        addUsedSchema: (_w = o.addUsedSchema) !== null && _w !== void 0 ? _w : !0,
        validateSchema: (_x = o.validateSchema) !== null && _x !== void 0 ? _x : !0,
        validateFormats: (_y = o.validateFormats) !== null && _y !== void 0 ? _y : !0,
        unicodeRegExp: (_z = o.unicodeRegExp) !== null && _z !== void 0 ? _z : !0,
        int32range: (_0 = o.int32range) !== null && _0 !== void 0 ? _0 : !0,
        uriResolver,
      };
    }
    var Ajv = class {
      constructor(opts = {}) {
        ((this.schemas = {}),
          (this.refs = {}),
          (this.formats = Object.create(null)),
          (this._compilations = new Set()),
          (this._loading = {}),
          (this._cache = new Map()),
          (opts = this.opts = { ...opts, ...requiredOptions(opts) }));
        let { es5, lines } = this.opts.code;
        ((this.scope = new codegen_2.ValueScope({ scope: {}, prefixes: EXT_SCOPE_NAMES, es5, lines })),
          (this.logger = getLogger(opts.logger)));
        let formatOpt = opts.validateFormats;
        ((opts.validateFormats = !1),
          (this.RULES = (0, rules_1.getRules)()),
          checkOptions.call(this, removedOptions, opts, 'NOT SUPPORTED'),
          checkOptions.call(this, deprecatedOptions, opts, 'DEPRECATED', 'warn'),
          (this._metaOpts = getMetaSchemaOptions.call(this)),
          opts.formats && addInitialFormats.call(this),
          this._addVocabularies(),
          this._addDefaultMetaSchema(),
          opts.keywords && addInitialKeywords.call(this, opts.keywords),
          typeof opts.meta == 'object' && this.addMetaSchema(opts.meta),
          addInitialSchemas.call(this),
          (opts.validateFormats = formatOpt));
      }
      _addVocabularies() {
        this.addKeyword('$async');
      }
      _addDefaultMetaSchema() {
        let { $data, meta, schemaId } = this.opts,
          _dataRefSchema = $dataRefSchema;
        (schemaId === 'id' &&
          ((_dataRefSchema = { ...$dataRefSchema }),
          (_dataRefSchema.id = _dataRefSchema.$id),
          delete _dataRefSchema.$id),
          meta && $data && this.addMetaSchema(_dataRefSchema, _dataRefSchema[schemaId], !1));
      }
      defaultMeta() {
        let { meta, schemaId } = this.opts;
        return (this.opts.defaultMeta = typeof meta == 'object' ? meta[schemaId] || meta : void 0);
      }
      validate(schemaKeyRef, data) {
        let v;
        if (typeof schemaKeyRef == 'string') {
          if (((v = this.getSchema(schemaKeyRef)), !v)) throw new Error(`no schema with key or ref "${schemaKeyRef}"`);
        } else v = this.compile(schemaKeyRef);
        let valid = v(data);
        return ('$async' in v || (this.errors = v.errors), valid);
      }
      compile(schema, _meta) {
        let sch = this._addSchema(schema, _meta);
        return sch.validate || this._compileSchemaEnv(sch);
      }
      compileAsync(schema, meta) {
        if (typeof this.opts.loadSchema != 'function') throw new Error('options.loadSchema should be a function');
        let { loadSchema } = this.opts;
        return runCompileAsync.call(this, schema, meta);
        async function runCompileAsync(_schema, _meta) {
          await loadMetaSchema.call(this, _schema.$schema);
          let sch = this._addSchema(_schema, _meta);
          return sch.validate || _compileAsync.call(this, sch);
        }
        async function loadMetaSchema($ref) {
          $ref && !this.getSchema($ref) && (await runCompileAsync.call(this, { $ref }, !0));
        }
        async function _compileAsync(sch) {
          try {
            return this._compileSchemaEnv(sch);
          } catch (e) {
            if (!(e instanceof ref_error_1.default)) throw e;
            return (
              checkLoaded.call(this, e),
              await loadMissingSchema.call(this, e.missingSchema),
              _compileAsync.call(this, sch)
            );
          }
        }
        function checkLoaded({ missingSchema: ref, missingRef }) {
          if (this.refs[ref]) throw new Error(`AnySchema ${ref} is loaded but ${missingRef} cannot be resolved`);
        }
        async function loadMissingSchema(ref) {
          let _schema = await _loadSchema.call(this, ref);
          (this.refs[ref] || (await loadMetaSchema.call(this, _schema.$schema)),
            this.refs[ref] || this.addSchema(_schema, ref, meta));
        }
        async function _loadSchema(ref) {
          let p = this._loading[ref];
          if (p) return p;
          try {
            return await (this._loading[ref] = loadSchema(ref));
          } finally {
            delete this._loading[ref];
          }
        }
      }
      addSchema(schema, key, _meta, _validateSchema = this.opts.validateSchema) {
        if (Array.isArray(schema)) {
          for (let sch of schema) this.addSchema(sch, void 0, _meta, _validateSchema);
          return this;
        }
        let id;
        if (typeof schema == 'object') {
          let { schemaId } = this.opts;
          if (((id = schema[schemaId]), id !== void 0 && typeof id != 'string'))
            throw new Error(`schema ${schemaId} must be string`);
        }
        return (
          (key = (0, resolve_1.normalizeId)(key || id)),
          this._checkUnique(key),
          (this.schemas[key] = this._addSchema(schema, _meta, key, _validateSchema, !0)),
          this
        );
      }
      addMetaSchema(schema, key, _validateSchema = this.opts.validateSchema) {
        return (this.addSchema(schema, key, !0, _validateSchema), this);
      }
      validateSchema(schema, throwOrLogError) {
        if (typeof schema == 'boolean') return !0;
        let $schema;
        if ((($schema = schema.$schema), $schema !== void 0 && typeof $schema != 'string'))
          throw new Error('$schema must be a string');
        if ((($schema = $schema || this.opts.defaultMeta || this.defaultMeta()), !$schema))
          return (this.logger.warn('meta-schema not available'), (this.errors = null), !0);
        let valid = this.validate($schema, schema);
        if (!valid && throwOrLogError) {
          let message = 'schema is invalid: ' + this.errorsText();
          if (this.opts.validateSchema === 'log') this.logger.error(message);
          else throw new Error(message);
        }
        return valid;
      }
      getSchema(keyRef) {
        let sch;
        for (; typeof (sch = getSchEnv.call(this, keyRef)) == 'string';) keyRef = sch;
        if (sch === void 0) {
          let { schemaId } = this.opts,
            root = new compile_1.SchemaEnv({ schema: {}, schemaId });
          if (((sch = compile_1.resolveSchema.call(this, root, keyRef)), !sch)) return;
          this.refs[keyRef] = sch;
        }
        return sch.validate || this._compileSchemaEnv(sch);
      }
      removeSchema(schemaKeyRef) {
        if (schemaKeyRef instanceof RegExp)
          return (
            this._removeAllSchemas(this.schemas, schemaKeyRef),
            this._removeAllSchemas(this.refs, schemaKeyRef),
            this
          );
        switch (typeof schemaKeyRef) {
          case 'undefined':
            return (this._removeAllSchemas(this.schemas), this._removeAllSchemas(this.refs), this._cache.clear(), this);
          case 'string': {
            let sch = getSchEnv.call(this, schemaKeyRef);
            return (
              typeof sch == 'object' && this._cache.delete(sch.schema),
              delete this.schemas[schemaKeyRef],
              delete this.refs[schemaKeyRef],
              this
            );
          }
          case 'object': {
            let cacheKey = schemaKeyRef;
            this._cache.delete(cacheKey);
            let id = schemaKeyRef[this.opts.schemaId];
            return (id && ((id = (0, resolve_1.normalizeId)(id)), delete this.schemas[id], delete this.refs[id]), this);
          }
          default:
            throw new Error('ajv.removeSchema: invalid parameter');
        }
      }
      addVocabulary(definitions) {
        for (let def of definitions) this.addKeyword(def);
        return this;
      }
      addKeyword(kwdOrDef, def) {
        let keyword;
        if (typeof kwdOrDef == 'string')
          ((keyword = kwdOrDef),
            typeof def == 'object' &&
              (this.logger.warn('these parameters are deprecated, see docs for addKeyword'), (def.keyword = keyword)));
        else if (typeof kwdOrDef == 'object' && def === void 0) {
          if (((def = kwdOrDef), (keyword = def.keyword), Array.isArray(keyword) && !keyword.length))
            throw new Error('addKeywords: keyword must be string or non-empty array');
        } else throw new Error('invalid addKeywords parameters');
        if ((checkKeyword.call(this, keyword, def), !def))
          return ((0, util_1.eachItem)(keyword, (kwd) => addRule.call(this, kwd)), this);
        keywordMetaschema.call(this, def);
        let definition = {
          ...def,
          type: (0, dataType_1.getJSONTypes)(def.type),
          schemaType: (0, dataType_1.getJSONTypes)(def.schemaType),
        };
        return (
          (0, util_1.eachItem)(
            keyword,
            definition.type.length === 0
              ? (k) => addRule.call(this, k, definition)
              : (k) => definition.type.forEach((t) => addRule.call(this, k, definition, t)),
          ),
          this
        );
      }
      getKeyword(keyword) {
        let rule = this.RULES.all[keyword];
        return typeof rule == 'object' ? rule.definition : !!rule;
      }
      removeKeyword(keyword) {
        let { RULES } = this;
        (delete RULES.keywords[keyword], delete RULES.all[keyword]);
        for (let group of RULES.rules) {
          let i = group.rules.findIndex((rule) => rule.keyword === keyword);
          i >= 0 && group.rules.splice(i, 1);
        }
        return this;
      }
      addFormat(name, format2) {
        return (typeof format2 == 'string' && (format2 = new RegExp(format2)), (this.formats[name] = format2), this);
      }
      errorsText(errors = this.errors, { separator = ', ', dataVar = 'data' } = {}) {
        return !errors || errors.length === 0
          ? 'No errors'
          : errors
              .map((e) => `${dataVar}${e.instancePath} ${e.message}`)
              .reduce((text2, msg) => text2 + separator + msg);
      }
      $dataMetaSchema(metaSchema, keywordsJsonPointers) {
        let rules = this.RULES.all;
        metaSchema = JSON.parse(JSON.stringify(metaSchema));
        for (let jsonPointer of keywordsJsonPointers) {
          let segments = jsonPointer.split('/').slice(1),
            keywords = metaSchema;
          for (let seg of segments) keywords = keywords[seg];
          for (let key in rules) {
            let rule = rules[key];
            if (typeof rule != 'object') continue;
            let { $data } = rule.definition,
              schema = keywords[key];
            $data && schema && (keywords[key] = schemaOrData(schema));
          }
        }
        return metaSchema;
      }
      _removeAllSchemas(schemas, regex) {
        for (let keyRef in schemas) {
          let sch = schemas[keyRef];
          (!regex || regex.test(keyRef)) &&
            (typeof sch == 'string'
              ? delete schemas[keyRef]
              : sch && !sch.meta && (this._cache.delete(sch.schema), delete schemas[keyRef]));
        }
      }
      _addSchema(schema, meta, baseId, validateSchema = this.opts.validateSchema, addSchema = this.opts.addUsedSchema) {
        let id,
          { schemaId } = this.opts;
        if (typeof schema == 'object') id = schema[schemaId];
        else {
          if (this.opts.jtd) throw new Error('schema must be object');
          if (typeof schema != 'boolean') throw new Error('schema must be object or boolean');
        }
        let sch = this._cache.get(schema);
        if (sch !== void 0) return sch;
        baseId = (0, resolve_1.normalizeId)(id || baseId);
        let localRefs = resolve_1.getSchemaRefs.call(this, schema, baseId);
        return (
          (sch = new compile_1.SchemaEnv({ schema, schemaId, meta, baseId, localRefs })),
          this._cache.set(sch.schema, sch),
          addSchema && !baseId.startsWith('#') && (baseId && this._checkUnique(baseId), (this.refs[baseId] = sch)),
          validateSchema && this.validateSchema(schema, !0),
          sch
        );
      }
      _checkUnique(id) {
        if (this.schemas[id] || this.refs[id]) throw new Error(`schema with key or id "${id}" already exists`);
      }
      _compileSchemaEnv(sch) {
        if ((sch.meta ? this._compileMetaSchema(sch) : compile_1.compileSchema.call(this, sch), !sch.validate))
          throw new Error('ajv implementation error');
        return sch.validate;
      }
      _compileMetaSchema(sch) {
        let currentOpts = this.opts;
        this.opts = this._metaOpts;
        try {
          compile_1.compileSchema.call(this, sch);
        } finally {
          this.opts = currentOpts;
        }
      }
    };
    Ajv.ValidationError = validation_error_1.default;
    Ajv.MissingRefError = ref_error_1.default;
    exports2.default = Ajv;
    function checkOptions(checkOpts, options, msg, log = 'error') {
      for (let key in checkOpts) {
        let opt = key;
        opt in options && this.logger[log](`${msg}: option ${key}. ${checkOpts[opt]}`);
      }
    }
    function getSchEnv(keyRef) {
      return ((keyRef = (0, resolve_1.normalizeId)(keyRef)), this.schemas[keyRef] || this.refs[keyRef]);
    }
    function addInitialSchemas() {
      let optsSchemas = this.opts.schemas;
      if (optsSchemas)
        if (Array.isArray(optsSchemas)) this.addSchema(optsSchemas);
        else for (let key in optsSchemas) this.addSchema(optsSchemas[key], key);
    }
    function addInitialFormats() {
      for (let name in this.opts.formats) {
        let format2 = this.opts.formats[name];
        format2 && this.addFormat(name, format2);
      }
    }
    function addInitialKeywords(defs) {
      if (Array.isArray(defs)) {
        this.addVocabulary(defs);
        return;
      }
      this.logger.warn('keywords option as map is deprecated, pass array');
      for (let keyword in defs) {
        let def = defs[keyword];
        (def.keyword || (def.keyword = keyword), this.addKeyword(def));
      }
    }
    function getMetaSchemaOptions() {
      let metaOpts = { ...this.opts };
      for (let opt of META_IGNORE_OPTIONS) delete metaOpts[opt];
      return metaOpts;
    }
    var noLogs = { log() {}, warn() {}, error() {} };
    function getLogger(logger) {
      if (logger === !1) return noLogs;
      if (logger === void 0) return console;
      if (logger.log && logger.warn && logger.error) return logger;
      throw new Error('logger must implement log, warn and error methods');
    }
    var KEYWORD_NAME = /^[a-z_$][a-z0-9_$:-]*$/i;
    function checkKeyword(keyword, def) {
      let { RULES } = this;
      if (
        ((0, util_1.eachItem)(keyword, (kwd) => {
          if (RULES.keywords[kwd]) throw new Error(`Keyword ${kwd} is already defined`);
          if (!KEYWORD_NAME.test(kwd)) throw new Error(`Keyword ${kwd} has invalid name`);
        }),
        !!def && def.$data && !('code' in def || 'validate' in def))
      )
        throw new Error('$data keyword must have "code" or "validate" function');
    }
    function addRule(keyword, definition, dataType) {
      var _a;
      let post = definition?.post;
      if (dataType && post) throw new Error('keyword with "post" flag cannot have "type"');
      let { RULES } = this,
        ruleGroup = post ? RULES.post : RULES.rules.find(({ type: t }) => t === dataType);
      if (
        (ruleGroup || ((ruleGroup = { type: dataType, rules: [] }), RULES.rules.push(ruleGroup)),
        (RULES.keywords[keyword] = !0),
        !definition)
      )
        return;
      let rule = {
        keyword,
        definition: {
          ...definition,
          type: (0, dataType_1.getJSONTypes)(definition.type),
          schemaType: (0, dataType_1.getJSONTypes)(definition.schemaType),
        },
      };
      (definition.before ? addBeforeRule.call(this, ruleGroup, rule, definition.before) : ruleGroup.rules.push(rule),
        (RULES.all[keyword] = rule),
        (_a = definition.implements) === null || _a === void 0 || _a.forEach((kwd) => this.addKeyword(kwd)));
    }
    function addBeforeRule(ruleGroup, rule, before) {
      let i = ruleGroup.rules.findIndex((_rule) => _rule.keyword === before);
      i >= 0
        ? ruleGroup.rules.splice(i, 0, rule)
        : (ruleGroup.rules.push(rule), this.logger.warn(`rule ${before} is not defined`));
    }
    function keywordMetaschema(def) {
      let { metaSchema } = def;
      metaSchema !== void 0 &&
        (def.$data && this.opts.$data && (metaSchema = schemaOrData(metaSchema)),
        (def.validateSchema = this.compile(metaSchema, !0)));
    }
    var $dataRef = { $ref: 'https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#' };
    function schemaOrData(schema) {
      return { anyOf: [schema, $dataRef] };
    }
  },
});
var require_id = __commonJS({
  '../node_modules/ajv/dist/vocabularies/core/id.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var def = {
      keyword: 'id',
      code() {
        throw new Error('NOT SUPPORTED: keyword "id", use "$id" for schema ID');
      },
    };
    exports2.default = def;
  },
});
var require_ref = __commonJS({
  '../node_modules/ajv/dist/vocabularies/core/ref.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.callRef = exports2.getValidate = void 0;
    var ref_error_1 = require_ref_error(),
      code_1 = require_code2(),
      codegen_1 = require_codegen(),
      names_1 = require_names(),
      compile_1 = require_compile(),
      util_1 = require_util(),
      def = {
        keyword: '$ref',
        schemaType: 'string',
        code(cxt) {
          let { gen, schema: $ref, it } = cxt,
            { baseId, schemaEnv: env, validateName, opts, self } = it,
            { root } = env;
          if (($ref === '#' || $ref === '#/') && baseId === root.baseId) return callRootRef();
          let schOrEnv = compile_1.resolveRef.call(self, root, baseId, $ref);
          if (schOrEnv === void 0) throw new ref_error_1.default(it.opts.uriResolver, baseId, $ref);
          if (schOrEnv instanceof compile_1.SchemaEnv) return callValidate(schOrEnv);
          return inlineRefSchema(schOrEnv);
          function callRootRef() {
            if (env === root) return callRef(cxt, validateName, env, env.$async);
            let rootName = gen.scopeValue('root', { ref: root });
            return callRef(cxt, (0, codegen_1._)`${rootName}.validate`, root, root.$async);
          }
          function callValidate(sch) {
            let v = getValidate(cxt, sch);
            callRef(cxt, v, sch, sch.$async);
          }
          function inlineRefSchema(sch) {
            let schName = gen.scopeValue(
                'schema',
                opts.code.source === !0 ? { ref: sch, code: (0, codegen_1.stringify)(sch) } : { ref: sch },
              ),
              valid = gen.name('valid'),
              schCxt = cxt.subschema(
                { schema: sch, dataTypes: [], schemaPath: codegen_1.nil, topSchemaRef: schName, errSchemaPath: $ref },
                valid,
              );
            (cxt.mergeEvaluated(schCxt), cxt.ok(valid));
          }
        },
      };
    function getValidate(cxt, sch) {
      let { gen } = cxt;
      return sch.validate
        ? gen.scopeValue('validate', { ref: sch.validate })
        : (0, codegen_1._)`${gen.scopeValue('wrapper', { ref: sch })}.validate`;
    }
    exports2.getValidate = getValidate;
    function callRef(cxt, v, sch, $async) {
      let { gen, it } = cxt,
        { allErrors, schemaEnv: env, opts } = it,
        passCxt = opts.passContext ? names_1.default.this : codegen_1.nil;
      $async ? callAsyncRef() : callSyncRef();
      function callAsyncRef() {
        if (!env.$async) throw new Error('async schema referenced by sync schema');
        let valid = gen.let('valid');
        (gen.try(
          () => {
            (gen.code((0, codegen_1._)`await ${(0, code_1.callValidateCode)(cxt, v, passCxt)}`),
              addEvaluatedFrom(v),
              allErrors || gen.assign(valid, !0));
          },
          (e) => {
            (gen.if((0, codegen_1._)`!(${e} instanceof ${it.ValidationError})`, () => gen.throw(e)),
              addErrorsFrom(e),
              allErrors || gen.assign(valid, !1));
          },
        ),
          cxt.ok(valid));
      }
      function callSyncRef() {
        cxt.result(
          (0, code_1.callValidateCode)(cxt, v, passCxt),
          () => addEvaluatedFrom(v),
          () => addErrorsFrom(v),
        );
      }
      function addErrorsFrom(source) {
        let errs = (0, codegen_1._)`${source}.errors`;
        (gen.assign(
          names_1.default.vErrors,
          (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`,
        ),
          gen.assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`));
      }
      function addEvaluatedFrom(source) {
        var _a;
        if (!it.opts.unevaluated) return;
        let schEvaluated = (_a = sch?.validate) === null || _a === void 0 ? void 0 : _a.evaluated;
        if (it.props !== !0)
          if (schEvaluated && !schEvaluated.dynamicProps)
            schEvaluated.props !== void 0 &&
              (it.props = util_1.mergeEvaluated.props(gen, schEvaluated.props, it.props));
          else {
            let props = gen.var('props', (0, codegen_1._)`${source}.evaluated.props`);
            it.props = util_1.mergeEvaluated.props(gen, props, it.props, codegen_1.Name);
          }
        if (it.items !== !0)
          if (schEvaluated && !schEvaluated.dynamicItems)
            schEvaluated.items !== void 0 &&
              (it.items = util_1.mergeEvaluated.items(gen, schEvaluated.items, it.items));
          else {
            let items = gen.var('items', (0, codegen_1._)`${source}.evaluated.items`);
            it.items = util_1.mergeEvaluated.items(gen, items, it.items, codegen_1.Name);
          }
      }
    }
    exports2.callRef = callRef;
    exports2.default = def;
  },
});
var require_core2 = __commonJS({
  '../node_modules/ajv/dist/vocabularies/core/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var id_1 = require_id(),
      ref_1 = require_ref(),
      core = [
        '$schema',
        '$id',
        '$defs',
        '$vocabulary',
        { keyword: '$comment' },
        'definitions',
        id_1.default,
        ref_1.default,
      ];
    exports2.default = core;
  },
});
var require_limitNumber = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/limitNumber.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      ops = codegen_1.operators,
      KWDs = {
        maximum: { okStr: '<=', ok: ops.LTE, fail: ops.GT },
        minimum: { okStr: '>=', ok: ops.GTE, fail: ops.LT },
        exclusiveMaximum: { okStr: '<', ok: ops.LT, fail: ops.GTE },
        exclusiveMinimum: { okStr: '>', ok: ops.GT, fail: ops.LTE },
      },
      error = {
        message: ({ keyword, schemaCode }) => (0, codegen_1.str)`must be ${KWDs[keyword].okStr} ${schemaCode}`,
        params: ({ keyword, schemaCode }) =>
          (0, codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`,
      },
      def = {
        keyword: Object.keys(KWDs),
        type: 'number',
        schemaType: 'number',
        $data: !0,
        error,
        code(cxt) {
          let { keyword, data, schemaCode } = cxt;
          cxt.fail$data((0, codegen_1._)`${data} ${KWDs[keyword].fail} ${schemaCode} || isNaN(${data})`);
        },
      };
    exports2.default = def;
  },
});
var require_multipleOf = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/multipleOf.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      error = {
        message: ({ schemaCode }) => (0, codegen_1.str)`must be multiple of ${schemaCode}`,
        params: ({ schemaCode }) => (0, codegen_1._)`{multipleOf: ${schemaCode}}`,
      },
      def = {
        keyword: 'multipleOf',
        type: 'number',
        schemaType: 'number',
        $data: !0,
        error,
        code(cxt) {
          let { gen, data, schemaCode, it } = cxt,
            prec = it.opts.multipleOfPrecision,
            res = gen.let('res'),
            invalid2 = prec
              ? (0, codegen_1._)`Math.abs(Math.round(${res}) - ${res}) > 1e-${prec}`
              : (0, codegen_1._)`${res} !== parseInt(${res})`;
          cxt.fail$data((0, codegen_1._)`(${schemaCode} === 0 || (${res} = ${data}/${schemaCode}, ${invalid2}))`);
        },
      };
    exports2.default = def;
  },
});
var require_limitLength = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/limitLength.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      ucs2length_1 = require_ucs2length(),
      error = {
        message({ keyword, schemaCode }) {
          let comp = keyword === 'maxLength' ? 'more' : 'fewer';
          return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} characters`;
        },
        params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`,
      },
      def = {
        keyword: ['maxLength', 'minLength'],
        type: 'string',
        schemaType: 'number',
        $data: !0,
        error,
        code(cxt) {
          let { keyword, data, schemaCode, it } = cxt,
            op = keyword === 'maxLength' ? codegen_1.operators.GT : codegen_1.operators.LT,
            len =
              it.opts.unicode === !1
                ? (0, codegen_1._)`${data}.length`
                : (0, codegen_1._)`${(0, util_1.useFunc)(cxt.gen, ucs2length_1.default)}(${data})`;
          cxt.fail$data((0, codegen_1._)`${len} ${op} ${schemaCode}`);
        },
      };
    exports2.default = def;
  },
});
var require_pattern = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/pattern.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var code_1 = require_code2(),
      util_1 = require_util(),
      codegen_1 = require_codegen(),
      error = {
        message: ({ schemaCode }) => (0, codegen_1.str)`must match pattern "${schemaCode}"`,
        params: ({ schemaCode }) => (0, codegen_1._)`{pattern: ${schemaCode}}`,
      },
      def = {
        keyword: 'pattern',
        type: 'string',
        schemaType: 'string',
        $data: !0,
        error,
        code(cxt) {
          let { gen, data, $data, schema, schemaCode, it } = cxt,
            u = it.opts.unicodeRegExp ? 'u' : '';
          if ($data) {
            let { regExp } = it.opts.code,
              regExpCode =
                regExp.code === 'new RegExp' ? (0, codegen_1._)`new RegExp` : (0, util_1.useFunc)(gen, regExp),
              valid = gen.let('valid');
            (gen.try(
              () => gen.assign(valid, (0, codegen_1._)`${regExpCode}(${schemaCode}, ${u}).test(${data})`),
              () => gen.assign(valid, !1),
            ),
              cxt.fail$data((0, codegen_1._)`!${valid}`));
          } else {
            let regExp = (0, code_1.usePattern)(cxt, schema);
            cxt.fail$data((0, codegen_1._)`!${regExp}.test(${data})`);
          }
        },
      };
    exports2.default = def;
  },
});
var require_limitProperties = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/limitProperties.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      error = {
        message({ keyword, schemaCode }) {
          let comp = keyword === 'maxProperties' ? 'more' : 'fewer';
          return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} properties`;
        },
        params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`,
      },
      def = {
        keyword: ['maxProperties', 'minProperties'],
        type: 'object',
        schemaType: 'number',
        $data: !0,
        error,
        code(cxt) {
          let { keyword, data, schemaCode } = cxt,
            op = keyword === 'maxProperties' ? codegen_1.operators.GT : codegen_1.operators.LT;
          cxt.fail$data((0, codegen_1._)`Object.keys(${data}).length ${op} ${schemaCode}`);
        },
      };
    exports2.default = def;
  },
});
var require_required = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/required.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var code_1 = require_code2(),
      codegen_1 = require_codegen(),
      util_1 = require_util(),
      error = {
        message: ({ params: { missingProperty } }) =>
          (0, codegen_1.str)`must have required property '${missingProperty}'`,
        params: ({ params: { missingProperty } }) => (0, codegen_1._)`{missingProperty: ${missingProperty}}`,
      },
      def = {
        keyword: 'required',
        type: 'object',
        schemaType: 'array',
        $data: !0,
        error,
        code(cxt) {
          let { gen, schema, schemaCode, data, $data, it } = cxt,
            { opts } = it;
          if (!$data && schema.length === 0) return;
          let useLoop = schema.length >= opts.loopRequired;
          if ((it.allErrors ? allErrorsMode() : exitOnErrorMode(), opts.strictRequired)) {
            let props = cxt.parentSchema.properties,
              { definedProperties } = cxt.it;
            for (let requiredKey of schema)
              if (props?.[requiredKey] === void 0 && !definedProperties.has(requiredKey)) {
                let schemaPath = it.schemaEnv.baseId + it.errSchemaPath,
                  msg = `required property "${requiredKey}" is not defined at "${schemaPath}" (strictRequired)`;
                (0, util_1.checkStrictMode)(it, msg, it.opts.strictRequired);
              }
          }
          function allErrorsMode() {
            if (useLoop || $data) cxt.block$data(codegen_1.nil, loopAllRequired);
            else for (let prop of schema) (0, code_1.checkReportMissingProp)(cxt, prop);
          }
          function exitOnErrorMode() {
            let missing = gen.let('missing');
            if (useLoop || $data) {
              let valid = gen.let('valid', !0);
              (cxt.block$data(valid, () => loopUntilMissing(missing, valid)), cxt.ok(valid));
            } else
              (gen.if((0, code_1.checkMissingProp)(cxt, schema, missing)),
                (0, code_1.reportMissingProp)(cxt, missing),
                gen.else());
          }
          function loopAllRequired() {
            gen.forOf('prop', schemaCode, (prop) => {
              (cxt.setParams({ missingProperty: prop }),
                gen.if((0, code_1.noPropertyInData)(gen, data, prop, opts.ownProperties), () => cxt.error()));
            });
          }
          function loopUntilMissing(missing, valid) {
            (cxt.setParams({ missingProperty: missing }),
              gen.forOf(
                missing,
                schemaCode,
                () => {
                  (gen.assign(valid, (0, code_1.propertyInData)(gen, data, missing, opts.ownProperties)),
                    gen.if((0, codegen_1.not)(valid), () => {
                      (cxt.error(), gen.break());
                    }));
                },
                codegen_1.nil,
              ));
          }
        },
      };
    exports2.default = def;
  },
});
var require_limitItems = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/limitItems.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      error = {
        message({ keyword, schemaCode }) {
          let comp = keyword === 'maxItems' ? 'more' : 'fewer';
          return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} items`;
        },
        params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`,
      },
      def = {
        keyword: ['maxItems', 'minItems'],
        type: 'array',
        schemaType: 'number',
        $data: !0,
        error,
        code(cxt) {
          let { keyword, data, schemaCode } = cxt,
            op = keyword === 'maxItems' ? codegen_1.operators.GT : codegen_1.operators.LT;
          cxt.fail$data((0, codegen_1._)`${data}.length ${op} ${schemaCode}`);
        },
      };
    exports2.default = def;
  },
});
var require_uniqueItems = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/uniqueItems.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var dataType_1 = require_dataType(),
      codegen_1 = require_codegen(),
      util_1 = require_util(),
      equal_1 = require_equal(),
      error = {
        message: ({ params: { i, j } }) =>
          (0, codegen_1.str)`must NOT have duplicate items (items ## ${j} and ${i} are identical)`,
        params: ({ params: { i, j } }) => (0, codegen_1._)`{i: ${i}, j: ${j}}`,
      },
      def = {
        keyword: 'uniqueItems',
        type: 'array',
        schemaType: 'boolean',
        $data: !0,
        error,
        code(cxt) {
          let { gen, data, $data, schema, parentSchema, schemaCode, it } = cxt;
          if (!$data && !schema) return;
          let valid = gen.let('valid'),
            itemTypes = parentSchema.items ? (0, dataType_1.getSchemaTypes)(parentSchema.items) : [];
          (cxt.block$data(valid, validateUniqueItems, (0, codegen_1._)`${schemaCode} === false`), cxt.ok(valid));
          function validateUniqueItems() {
            let i = gen.let('i', (0, codegen_1._)`${data}.length`),
              j = gen.let('j');
            (cxt.setParams({ i, j }),
              gen.assign(valid, !0),
              gen.if((0, codegen_1._)`${i} > 1`, () => (canOptimize() ? loopN : loopN2)(i, j)));
          }
          function canOptimize() {
            return itemTypes.length > 0 && !itemTypes.some((t) => t === 'object' || t === 'array');
          }
          function loopN(i, j) {
            let item = gen.name('item'),
              wrongType = (0, dataType_1.checkDataTypes)(
                itemTypes,
                item,
                it.opts.strictNumbers,
                dataType_1.DataType.Wrong,
              ),
              indices = gen.const('indices', (0, codegen_1._)`{}`);
            gen.for((0, codegen_1._)`;${i}--;`, () => {
              (gen.let(item, (0, codegen_1._)`${data}[${i}]`),
                gen.if(wrongType, (0, codegen_1._)`continue`),
                itemTypes.length > 1 &&
                  gen.if((0, codegen_1._)`typeof ${item} == "string"`, (0, codegen_1._)`${item} += "_"`),
                gen
                  .if((0, codegen_1._)`typeof ${indices}[${item}] == "number"`, () => {
                    (gen.assign(j, (0, codegen_1._)`${indices}[${item}]`), cxt.error(), gen.assign(valid, !1).break());
                  })
                  .code((0, codegen_1._)`${indices}[${item}] = ${i}`));
            });
          }
          function loopN2(i, j) {
            let eql = (0, util_1.useFunc)(gen, equal_1.default),
              outer = gen.name('outer');
            gen.label(outer).for((0, codegen_1._)`;${i}--;`, () =>
              gen.for((0, codegen_1._)`${j} = ${i}; ${j}--;`, () =>
                gen.if((0, codegen_1._)`${eql}(${data}[${i}], ${data}[${j}])`, () => {
                  (cxt.error(), gen.assign(valid, !1).break(outer));
                }),
              ),
            );
          }
        },
      };
    exports2.default = def;
  },
});
var require_const = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/const.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      equal_1 = require_equal(),
      error = {
        message: 'must be equal to constant',
        params: ({ schemaCode }) => (0, codegen_1._)`{allowedValue: ${schemaCode}}`,
      },
      def = {
        keyword: 'const',
        $data: !0,
        error,
        code(cxt) {
          let { gen, data, $data, schemaCode, schema } = cxt;
          $data || (schema && typeof schema == 'object')
            ? cxt.fail$data((0, codegen_1._)`!${(0, util_1.useFunc)(gen, equal_1.default)}(${data}, ${schemaCode})`)
            : cxt.fail((0, codegen_1._)`${schema} !== ${data}`);
        },
      };
    exports2.default = def;
  },
});
var require_enum = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/enum.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      equal_1 = require_equal(),
      error = {
        message: 'must be equal to one of the allowed values',
        params: ({ schemaCode }) => (0, codegen_1._)`{allowedValues: ${schemaCode}}`,
      },
      def = {
        keyword: 'enum',
        schemaType: 'array',
        $data: !0,
        error,
        code(cxt) {
          let { gen, data, $data, schema, schemaCode, it } = cxt;
          if (!$data && schema.length === 0) throw new Error('enum must have non-empty array');
          let useLoop = schema.length >= it.opts.loopEnum,
            eql,
            getEql = () => eql ?? (eql = (0, util_1.useFunc)(gen, equal_1.default)),
            valid;
          if (useLoop || $data) ((valid = gen.let('valid')), cxt.block$data(valid, loopEnum));
          else {
            if (!Array.isArray(schema)) throw new Error('ajv implementation error');
            let vSchema = gen.const('vSchema', schemaCode);
            valid = (0, codegen_1.or)(...schema.map((_x, i) => equalCode(vSchema, i)));
          }
          cxt.pass(valid);
          function loopEnum() {
            (gen.assign(valid, !1),
              gen.forOf('v', schemaCode, (v) =>
                gen.if((0, codegen_1._)`${getEql()}(${data}, ${v})`, () => gen.assign(valid, !0).break()),
              ));
          }
          function equalCode(vSchema, i) {
            let sch = schema[i];
            return typeof sch == 'object' && sch !== null
              ? (0, codegen_1._)`${getEql()}(${data}, ${vSchema}[${i}])`
              : (0, codegen_1._)`${data} === ${sch}`;
          }
        },
      };
    exports2.default = def;
  },
});
var require_validation = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var limitNumber_1 = require_limitNumber(),
      multipleOf_1 = require_multipleOf(),
      limitLength_1 = require_limitLength(),
      pattern_1 = require_pattern(),
      limitProperties_1 = require_limitProperties(),
      required_1 = require_required(),
      limitItems_1 = require_limitItems(),
      uniqueItems_1 = require_uniqueItems(),
      const_1 = require_const(),
      enum_1 = require_enum(),
      validation = [
        limitNumber_1.default,
        multipleOf_1.default,
        limitLength_1.default,
        pattern_1.default,
        limitProperties_1.default,
        required_1.default,
        limitItems_1.default,
        uniqueItems_1.default,
        { keyword: 'type', schemaType: ['string', 'array'] },
        { keyword: 'nullable', schemaType: 'boolean' },
        const_1.default,
        enum_1.default,
      ];
    exports2.default = validation;
  },
});
var require_additionalItems = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/additionalItems.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.validateAdditionalItems = void 0;
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      error = {
        message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
        params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`,
      },
      def = {
        keyword: 'additionalItems',
        type: 'array',
        schemaType: ['boolean', 'object'],
        before: 'uniqueItems',
        error,
        code(cxt) {
          let { parentSchema, it } = cxt,
            { items } = parentSchema;
          if (!Array.isArray(items)) {
            (0, util_1.checkStrictMode)(it, '"additionalItems" is ignored when "items" is not an array of schemas');
            return;
          }
          validateAdditionalItems(cxt, items);
        },
      };
    function validateAdditionalItems(cxt, items) {
      let { gen, schema, data, keyword, it } = cxt;
      it.items = !0;
      let len = gen.const('len', (0, codegen_1._)`${data}.length`);
      if (schema === !1) (cxt.setParams({ len: items.length }), cxt.pass((0, codegen_1._)`${len} <= ${items.length}`));
      else if (typeof schema == 'object' && !(0, util_1.alwaysValidSchema)(it, schema)) {
        let valid = gen.var('valid', (0, codegen_1._)`${len} <= ${items.length}`);
        (gen.if((0, codegen_1.not)(valid), () => validateItems(valid)), cxt.ok(valid));
      }
      function validateItems(valid) {
        gen.forRange('i', items.length, len, (i) => {
          (cxt.subschema({ keyword, dataProp: i, dataPropType: util_1.Type.Num }, valid),
            it.allErrors || gen.if((0, codegen_1.not)(valid), () => gen.break()));
        });
      }
    }
    exports2.validateAdditionalItems = validateAdditionalItems;
    exports2.default = def;
  },
});
var require_items = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/items.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.validateTuple = void 0;
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      code_1 = require_code2(),
      def = {
        keyword: 'items',
        type: 'array',
        schemaType: ['object', 'array', 'boolean'],
        before: 'uniqueItems',
        code(cxt) {
          let { schema, it } = cxt;
          if (Array.isArray(schema)) return validateTuple(cxt, 'additionalItems', schema);
          ((it.items = !0), !(0, util_1.alwaysValidSchema)(it, schema) && cxt.ok((0, code_1.validateArray)(cxt)));
        },
      };
    function validateTuple(cxt, extraItems, schArr = cxt.schema) {
      let { gen, parentSchema, data, keyword, it } = cxt;
      (checkStrictTuple(parentSchema),
        it.opts.unevaluated &&
          schArr.length &&
          it.items !== !0 &&
          (it.items = util_1.mergeEvaluated.items(gen, schArr.length, it.items)));
      let valid = gen.name('valid'),
        len = gen.const('len', (0, codegen_1._)`${data}.length`);
      schArr.forEach((sch, i) => {
        (0, util_1.alwaysValidSchema)(it, sch) ||
          (gen.if((0, codegen_1._)`${len} > ${i}`, () => cxt.subschema({ keyword, schemaProp: i, dataProp: i }, valid)),
          cxt.ok(valid));
      });
      function checkStrictTuple(sch) {
        let { opts, errSchemaPath } = it,
          l = schArr.length,
          fullTuple = l === sch.minItems && (l === sch.maxItems || sch[extraItems] === !1);
        if (opts.strictTuples && !fullTuple) {
          let msg = `"${keyword}" is ${l}-tuple, but minItems or maxItems/${extraItems} are not specified or different at path "${errSchemaPath}"`;
          (0, util_1.checkStrictMode)(it, msg, opts.strictTuples);
        }
      }
    }
    exports2.validateTuple = validateTuple;
    exports2.default = def;
  },
});
var require_prefixItems = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/prefixItems.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var items_1 = require_items(),
      def = {
        keyword: 'prefixItems',
        type: 'array',
        schemaType: ['array'],
        before: 'uniqueItems',
        code: (cxt) => (0, items_1.validateTuple)(cxt, 'items'),
      };
    exports2.default = def;
  },
});
var require_items2020 = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/items2020.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      code_1 = require_code2(),
      additionalItems_1 = require_additionalItems(),
      error = {
        message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
        params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`,
      },
      def = {
        keyword: 'items',
        type: 'array',
        schemaType: ['object', 'boolean'],
        before: 'uniqueItems',
        error,
        code(cxt) {
          let { schema, parentSchema, it } = cxt,
            { prefixItems } = parentSchema;
          ((it.items = !0),
            !(0, util_1.alwaysValidSchema)(it, schema) &&
              (prefixItems
                ? (0, additionalItems_1.validateAdditionalItems)(cxt, prefixItems)
                : cxt.ok((0, code_1.validateArray)(cxt))));
        },
      };
    exports2.default = def;
  },
});
var require_contains = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/contains.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      error = {
        message: ({ params: { min, max } }) =>
          max === void 0
            ? (0, codegen_1.str)`must contain at least ${min} valid item(s)`
            : (0, codegen_1.str)`must contain at least ${min} and no more than ${max} valid item(s)`,
        params: ({ params: { min, max } }) =>
          max === void 0
            ? (0, codegen_1._)`{minContains: ${min}}`
            : (0, codegen_1._)`{minContains: ${min}, maxContains: ${max}}`,
      },
      def = {
        keyword: 'contains',
        type: 'array',
        schemaType: ['object', 'boolean'],
        before: 'uniqueItems',
        trackErrors: !0,
        error,
        code(cxt) {
          let { gen, schema, parentSchema, data, it } = cxt,
            min,
            max,
            { minContains, maxContains } = parentSchema;
          it.opts.next ? ((min = minContains === void 0 ? 1 : minContains), (max = maxContains)) : (min = 1);
          let len = gen.const('len', (0, codegen_1._)`${data}.length`);
          if ((cxt.setParams({ min, max }), max === void 0 && min === 0)) {
            (0, util_1.checkStrictMode)(it, '"minContains" == 0 without "maxContains": "contains" keyword ignored');
            return;
          }
          if (max !== void 0 && min > max) {
            ((0, util_1.checkStrictMode)(it, '"minContains" > "maxContains" is always invalid'), cxt.fail());
            return;
          }
          if ((0, util_1.alwaysValidSchema)(it, schema)) {
            let cond = (0, codegen_1._)`${len} >= ${min}`;
            (max !== void 0 && (cond = (0, codegen_1._)`${cond} && ${len} <= ${max}`), cxt.pass(cond));
            return;
          }
          it.items = !0;
          let valid = gen.name('valid');
          (max === void 0 && min === 1
            ? validateItems(valid, () => gen.if(valid, () => gen.break()))
            : min === 0
              ? (gen.let(valid, !0),
                max !== void 0 && gen.if((0, codegen_1._)`${data}.length > 0`, validateItemsWithCount))
              : (gen.let(valid, !1), validateItemsWithCount()),
            cxt.result(valid, () => cxt.reset()));
          function validateItemsWithCount() {
            let schValid = gen.name('_valid'),
              count2 = gen.let('count', 0);
            validateItems(schValid, () => gen.if(schValid, () => checkLimits(count2)));
          }
          function validateItems(_valid, block) {
            gen.forRange('i', 0, len, (i) => {
              (cxt.subschema(
                { keyword: 'contains', dataProp: i, dataPropType: util_1.Type.Num, compositeRule: !0 },
                _valid,
              ),
                block());
            });
          }
          function checkLimits(count2) {
            (gen.code((0, codegen_1._)`${count2}++`),
              max === void 0
                ? gen.if((0, codegen_1._)`${count2} >= ${min}`, () => gen.assign(valid, !0).break())
                : (gen.if((0, codegen_1._)`${count2} > ${max}`, () => gen.assign(valid, !1).break()),
                  min === 1
                    ? gen.assign(valid, !0)
                    : gen.if((0, codegen_1._)`${count2} >= ${min}`, () => gen.assign(valid, !0))));
          }
        },
      };
    exports2.default = def;
  },
});
var require_dependencies = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/dependencies.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.validateSchemaDeps = exports2.validatePropertyDeps = exports2.error = void 0;
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      code_1 = require_code2();
    exports2.error = {
      message: ({ params: { property, depsCount, deps } }) => {
        let property_ies = depsCount === 1 ? 'property' : 'properties';
        return (0, codegen_1.str)`must have ${property_ies} ${deps} when property ${property} is present`;
      },
      params: ({ params: { property, depsCount, deps, missingProperty } }) => (0, codegen_1._)`{property: ${property},
    missingProperty: ${missingProperty},
    depsCount: ${depsCount},
    deps: ${deps}}`,
    };
    var def = {
      keyword: 'dependencies',
      type: 'object',
      schemaType: 'object',
      error: exports2.error,
      code(cxt) {
        let [propDeps, schDeps] = splitDependencies(cxt);
        (validatePropertyDeps(cxt, propDeps), validateSchemaDeps(cxt, schDeps));
      },
    };
    function splitDependencies({ schema }) {
      let propertyDeps = {},
        schemaDeps = {};
      for (let key in schema) {
        if (key === '__proto__') continue;
        let deps = Array.isArray(schema[key]) ? propertyDeps : schemaDeps;
        deps[key] = schema[key];
      }
      return [propertyDeps, schemaDeps];
    }
    function validatePropertyDeps(cxt, propertyDeps = cxt.schema) {
      let { gen, data, it } = cxt;
      if (Object.keys(propertyDeps).length === 0) return;
      let missing = gen.let('missing');
      for (let prop in propertyDeps) {
        let deps = propertyDeps[prop];
        if (deps.length === 0) continue;
        let hasProperty = (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties);
        (cxt.setParams({ property: prop, depsCount: deps.length, deps: deps.join(', ') }),
          it.allErrors
            ? gen.if(hasProperty, () => {
                for (let depProp of deps) (0, code_1.checkReportMissingProp)(cxt, depProp);
              })
            : (gen.if((0, codegen_1._)`${hasProperty} && (${(0, code_1.checkMissingProp)(cxt, deps, missing)})`),
              (0, code_1.reportMissingProp)(cxt, missing),
              gen.else()));
      }
    }
    exports2.validatePropertyDeps = validatePropertyDeps;
    function validateSchemaDeps(cxt, schemaDeps = cxt.schema) {
      let { gen, data, keyword, it } = cxt,
        valid = gen.name('valid');
      for (let prop in schemaDeps)
        (0, util_1.alwaysValidSchema)(it, schemaDeps[prop]) ||
          (gen.if(
            (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties),
            () => {
              let schCxt = cxt.subschema({ keyword, schemaProp: prop }, valid);
              cxt.mergeValidEvaluated(schCxt, valid);
            },
            () => gen.var(valid, !0),
          ),
          cxt.ok(valid));
    }
    exports2.validateSchemaDeps = validateSchemaDeps;
    exports2.default = def;
  },
});
var require_propertyNames = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/propertyNames.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      error = {
        message: 'property name must be valid',
        params: ({ params }) => (0, codegen_1._)`{propertyName: ${params.propertyName}}`,
      },
      def = {
        keyword: 'propertyNames',
        type: 'object',
        schemaType: ['object', 'boolean'],
        error,
        code(cxt) {
          let { gen, schema, data, it } = cxt;
          if ((0, util_1.alwaysValidSchema)(it, schema)) return;
          let valid = gen.name('valid');
          (gen.forIn('key', data, (key) => {
            (cxt.setParams({ propertyName: key }),
              cxt.subschema(
                { keyword: 'propertyNames', data: key, dataTypes: ['string'], propertyName: key, compositeRule: !0 },
                valid,
              ),
              gen.if((0, codegen_1.not)(valid), () => {
                (cxt.error(!0), it.allErrors || gen.break());
              }));
          }),
            cxt.ok(valid));
        },
      };
    exports2.default = def;
  },
});
var require_additionalProperties = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var code_1 = require_code2(),
      codegen_1 = require_codegen(),
      names_1 = require_names(),
      util_1 = require_util(),
      error = {
        message: 'must NOT have additional properties',
        params: ({ params }) => (0, codegen_1._)`{additionalProperty: ${params.additionalProperty}}`,
      },
      def = {
        keyword: 'additionalProperties',
        type: ['object'],
        schemaType: ['boolean', 'object'],
        allowUndefined: !0,
        trackErrors: !0,
        error,
        code(cxt) {
          let { gen, schema, parentSchema, data, errsCount, it } = cxt;
          if (!errsCount) throw new Error('ajv implementation error');
          let { allErrors, opts } = it;
          if (((it.props = !0), opts.removeAdditional !== 'all' && (0, util_1.alwaysValidSchema)(it, schema))) return;
          let props = (0, code_1.allSchemaProperties)(parentSchema.properties),
            patProps = (0, code_1.allSchemaProperties)(parentSchema.patternProperties);
          (checkAdditionalProperties(), cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`));
          function checkAdditionalProperties() {
            gen.forIn('key', data, (key) => {
              !props.length && !patProps.length
                ? additionalPropertyCode(key)
                : gen.if(isAdditional(key), () => additionalPropertyCode(key));
            });
          }
          function isAdditional(key) {
            let definedProp;
            if (props.length > 8) {
              let propsSchema = (0, util_1.schemaRefOrVal)(it, parentSchema.properties, 'properties');
              definedProp = (0, code_1.isOwnProperty)(gen, propsSchema, key);
            } else
              props.length
                ? (definedProp = (0, codegen_1.or)(...props.map((p) => (0, codegen_1._)`${key} === ${p}`)))
                : (definedProp = codegen_1.nil);
            return (
              patProps.length &&
                (definedProp = (0, codegen_1.or)(
                  definedProp,
                  ...patProps.map((p) => (0, codegen_1._)`${(0, code_1.usePattern)(cxt, p)}.test(${key})`),
                )),
              (0, codegen_1.not)(definedProp)
            );
          }
          function deleteAdditional(key) {
            gen.code((0, codegen_1._)`delete ${data}[${key}]`);
          }
          function additionalPropertyCode(key) {
            if (opts.removeAdditional === 'all' || (opts.removeAdditional && schema === !1)) {
              deleteAdditional(key);
              return;
            }
            if (schema === !1) {
              (cxt.setParams({ additionalProperty: key }), cxt.error(), allErrors || gen.break());
              return;
            }
            if (typeof schema == 'object' && !(0, util_1.alwaysValidSchema)(it, schema)) {
              let valid = gen.name('valid');
              opts.removeAdditional === 'failing'
                ? (applyAdditionalSchema(key, valid, !1),
                  gen.if((0, codegen_1.not)(valid), () => {
                    (cxt.reset(), deleteAdditional(key));
                  }))
                : (applyAdditionalSchema(key, valid),
                  allErrors || gen.if((0, codegen_1.not)(valid), () => gen.break()));
            }
          }
          function applyAdditionalSchema(key, valid, errors) {
            let subschema = { keyword: 'additionalProperties', dataProp: key, dataPropType: util_1.Type.Str };
            (errors === !1 && Object.assign(subschema, { compositeRule: !0, createErrors: !1, allErrors: !1 }),
              cxt.subschema(subschema, valid));
          }
        },
      };
    exports2.default = def;
  },
});
var require_properties = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/properties.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var validate_1 = require_validate(),
      code_1 = require_code2(),
      util_1 = require_util(),
      additionalProperties_1 = require_additionalProperties(),
      def = {
        keyword: 'properties',
        type: 'object',
        schemaType: 'object',
        code(cxt) {
          let { gen, schema, parentSchema, data, it } = cxt;
          it.opts.removeAdditional === 'all' &&
            parentSchema.additionalProperties === void 0 &&
            additionalProperties_1.default.code(
              new validate_1.KeywordCxt(it, additionalProperties_1.default, 'additionalProperties'),
            );
          let allProps = (0, code_1.allSchemaProperties)(schema);
          for (let prop of allProps) it.definedProperties.add(prop);
          it.opts.unevaluated &&
            allProps.length &&
            it.props !== !0 &&
            (it.props = util_1.mergeEvaluated.props(gen, (0, util_1.toHash)(allProps), it.props));
          let properties = allProps.filter((p) => !(0, util_1.alwaysValidSchema)(it, schema[p]));
          if (properties.length === 0) return;
          let valid = gen.name('valid');
          for (let prop of properties)
            (hasDefault(prop)
              ? applyPropertySchema(prop)
              : (gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties)),
                applyPropertySchema(prop),
                it.allErrors || gen.else().var(valid, !0),
                gen.endIf()),
              cxt.it.definedProperties.add(prop),
              cxt.ok(valid));
          function hasDefault(prop) {
            return it.opts.useDefaults && !it.compositeRule && schema[prop].default !== void 0;
          }
          function applyPropertySchema(prop) {
            cxt.subschema({ keyword: 'properties', schemaProp: prop, dataProp: prop }, valid);
          }
        },
      };
    exports2.default = def;
  },
});
var require_patternProperties = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/patternProperties.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var code_1 = require_code2(),
      codegen_1 = require_codegen(),
      util_1 = require_util(),
      util_2 = require_util(),
      def = {
        keyword: 'patternProperties',
        type: 'object',
        schemaType: 'object',
        code(cxt) {
          let { gen, schema, data, parentSchema, it } = cxt,
            { opts } = it,
            patterns = (0, code_1.allSchemaProperties)(schema),
            alwaysValidPatterns = patterns.filter((p) => (0, util_1.alwaysValidSchema)(it, schema[p]));
          if (
            patterns.length === 0 ||
            (alwaysValidPatterns.length === patterns.length && (!it.opts.unevaluated || it.props === !0))
          )
            return;
          let checkProperties = opts.strictSchema && !opts.allowMatchingProperties && parentSchema.properties,
            valid = gen.name('valid');
          it.props !== !0 &&
            !(it.props instanceof codegen_1.Name) &&
            (it.props = (0, util_2.evaluatedPropsToName)(gen, it.props));
          let { props } = it;
          validatePatternProperties();
          function validatePatternProperties() {
            for (let pat of patterns)
              (checkProperties && checkMatchingProperties(pat),
                it.allErrors ? validateProperties(pat) : (gen.var(valid, !0), validateProperties(pat), gen.if(valid)));
          }
          function checkMatchingProperties(pat) {
            for (let prop in checkProperties)
              new RegExp(pat).test(prop) &&
                (0, util_1.checkStrictMode)(
                  it,
                  `property ${prop} matches pattern ${pat} (use allowMatchingProperties)`,
                );
          }
          function validateProperties(pat) {
            gen.forIn('key', data, (key) => {
              gen.if((0, codegen_1._)`${(0, code_1.usePattern)(cxt, pat)}.test(${key})`, () => {
                let alwaysValid = alwaysValidPatterns.includes(pat);
                (alwaysValid ||
                  cxt.subschema(
                    { keyword: 'patternProperties', schemaProp: pat, dataProp: key, dataPropType: util_2.Type.Str },
                    valid,
                  ),
                  it.opts.unevaluated && props !== !0
                    ? gen.assign((0, codegen_1._)`${props}[${key}]`, !0)
                    : !alwaysValid && !it.allErrors && gen.if((0, codegen_1.not)(valid), () => gen.break()));
              });
            });
          }
        },
      };
    exports2.default = def;
  },
});
var require_not = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/not.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var util_1 = require_util(),
      def = {
        keyword: 'not',
        schemaType: ['object', 'boolean'],
        trackErrors: !0,
        code(cxt) {
          let { gen, schema, it } = cxt;
          if ((0, util_1.alwaysValidSchema)(it, schema)) {
            cxt.fail();
            return;
          }
          let valid = gen.name('valid');
          (cxt.subschema({ keyword: 'not', compositeRule: !0, createErrors: !1, allErrors: !1 }, valid),
            cxt.failResult(
              valid,
              () => cxt.reset(),
              () => cxt.error(),
            ));
        },
        error: { message: 'must NOT be valid' },
      };
    exports2.default = def;
  },
});
var require_anyOf = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/anyOf.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var code_1 = require_code2(),
      def = {
        keyword: 'anyOf',
        schemaType: 'array',
        trackErrors: !0,
        code: code_1.validateUnion,
        error: { message: 'must match a schema in anyOf' },
      };
    exports2.default = def;
  },
});
var require_oneOf = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/oneOf.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      error = {
        message: 'must match exactly one schema in oneOf',
        params: ({ params }) => (0, codegen_1._)`{passingSchemas: ${params.passing}}`,
      },
      def = {
        keyword: 'oneOf',
        schemaType: 'array',
        trackErrors: !0,
        error,
        code(cxt) {
          let { gen, schema, parentSchema, it } = cxt;
          if (!Array.isArray(schema)) throw new Error('ajv implementation error');
          if (it.opts.discriminator && parentSchema.discriminator) return;
          let schArr = schema,
            valid = gen.let('valid', !1),
            passing = gen.let('passing', null),
            schValid = gen.name('_valid');
          (cxt.setParams({ passing }),
            gen.block(validateOneOf),
            cxt.result(
              valid,
              () => cxt.reset(),
              () => cxt.error(!0),
            ));
          function validateOneOf() {
            schArr.forEach((sch, i) => {
              let schCxt;
              ((0, util_1.alwaysValidSchema)(it, sch)
                ? gen.var(schValid, !0)
                : (schCxt = cxt.subschema({ keyword: 'oneOf', schemaProp: i, compositeRule: !0 }, schValid)),
                i > 0 &&
                  gen
                    .if((0, codegen_1._)`${schValid} && ${valid}`)
                    .assign(valid, !1)
                    .assign(passing, (0, codegen_1._)`[${passing}, ${i}]`)
                    .else(),
                gen.if(schValid, () => {
                  (gen.assign(valid, !0), gen.assign(passing, i), schCxt && cxt.mergeEvaluated(schCxt, codegen_1.Name));
                }));
            });
          }
        },
      };
    exports2.default = def;
  },
});
var require_allOf = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/allOf.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var util_1 = require_util(),
      def = {
        keyword: 'allOf',
        schemaType: 'array',
        code(cxt) {
          let { gen, schema, it } = cxt;
          if (!Array.isArray(schema)) throw new Error('ajv implementation error');
          let valid = gen.name('valid');
          schema.forEach((sch, i) => {
            if ((0, util_1.alwaysValidSchema)(it, sch)) return;
            let schCxt = cxt.subschema({ keyword: 'allOf', schemaProp: i }, valid);
            (cxt.ok(valid), cxt.mergeEvaluated(schCxt));
          });
        },
      };
    exports2.default = def;
  },
});
var require_if = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/if.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      error = {
        message: ({ params }) => (0, codegen_1.str)`must match "${params.ifClause}" schema`,
        params: ({ params }) => (0, codegen_1._)`{failingKeyword: ${params.ifClause}}`,
      },
      def = {
        keyword: 'if',
        schemaType: ['object', 'boolean'],
        trackErrors: !0,
        error,
        code(cxt) {
          let { gen, parentSchema, it } = cxt;
          parentSchema.then === void 0 &&
            parentSchema.else === void 0 &&
            (0, util_1.checkStrictMode)(it, '"if" without "then" and "else" is ignored');
          let hasThen = hasSchema(it, 'then'),
            hasElse = hasSchema(it, 'else');
          if (!hasThen && !hasElse) return;
          let valid = gen.let('valid', !0),
            schValid = gen.name('_valid');
          if ((validateIf(), cxt.reset(), hasThen && hasElse)) {
            let ifClause = gen.let('ifClause');
            (cxt.setParams({ ifClause }),
              gen.if(schValid, validateClause('then', ifClause), validateClause('else', ifClause)));
          } else
            hasThen
              ? gen.if(schValid, validateClause('then'))
              : gen.if((0, codegen_1.not)(schValid), validateClause('else'));
          cxt.pass(valid, () => cxt.error(!0));
          function validateIf() {
            let schCxt = cxt.subschema({ keyword: 'if', compositeRule: !0, createErrors: !1, allErrors: !1 }, schValid);
            cxt.mergeEvaluated(schCxt);
          }
          function validateClause(keyword, ifClause) {
            return () => {
              let schCxt = cxt.subschema({ keyword }, schValid);
              (gen.assign(valid, schValid),
                cxt.mergeValidEvaluated(schCxt, valid),
                ifClause ? gen.assign(ifClause, (0, codegen_1._)`${keyword}`) : cxt.setParams({ ifClause: keyword }));
            };
          }
        },
      };
    function hasSchema(it, keyword) {
      let schema = it.schema[keyword];
      return schema !== void 0 && !(0, util_1.alwaysValidSchema)(it, schema);
    }
    exports2.default = def;
  },
});
var require_thenElse = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/thenElse.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var util_1 = require_util(),
      def = {
        keyword: ['then', 'else'],
        schemaType: ['object', 'boolean'],
        code({ keyword, parentSchema, it }) {
          parentSchema.if === void 0 && (0, util_1.checkStrictMode)(it, `"${keyword}" without "if" is ignored`);
        },
      };
    exports2.default = def;
  },
});
var require_applicator = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var additionalItems_1 = require_additionalItems(),
      prefixItems_1 = require_prefixItems(),
      items_1 = require_items(),
      items2020_1 = require_items2020(),
      contains_1 = require_contains(),
      dependencies_1 = require_dependencies(),
      propertyNames_1 = require_propertyNames(),
      additionalProperties_1 = require_additionalProperties(),
      properties_1 = require_properties(),
      patternProperties_1 = require_patternProperties(),
      not_1 = require_not(),
      anyOf_1 = require_anyOf(),
      oneOf_1 = require_oneOf(),
      allOf_1 = require_allOf(),
      if_1 = require_if(),
      thenElse_1 = require_thenElse();
    function getApplicator(draft2020 = !1) {
      let applicator = [
        not_1.default,
        anyOf_1.default,
        oneOf_1.default,
        allOf_1.default,
        if_1.default,
        thenElse_1.default,
        propertyNames_1.default,
        additionalProperties_1.default,
        dependencies_1.default,
        properties_1.default,
        patternProperties_1.default,
      ];
      return (
        draft2020
          ? applicator.push(prefixItems_1.default, items2020_1.default)
          : applicator.push(additionalItems_1.default, items_1.default),
        applicator.push(contains_1.default),
        applicator
      );
    }
    exports2.default = getApplicator;
  },
});
var require_dynamicAnchor = __commonJS({
  '../node_modules/ajv/dist/vocabularies/dynamic/dynamicAnchor.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.dynamicAnchor = void 0;
    var codegen_1 = require_codegen(),
      names_1 = require_names(),
      compile_1 = require_compile(),
      ref_1 = require_ref(),
      def = { keyword: '$dynamicAnchor', schemaType: 'string', code: (cxt) => dynamicAnchor(cxt, cxt.schema) };
    function dynamicAnchor(cxt, anchor) {
      let { gen, it } = cxt;
      it.schemaEnv.root.dynamicAnchors[anchor] = !0;
      let v = (0, codegen_1._)`${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`,
        validate2 = it.errSchemaPath === '#' ? it.validateName : _getValidate(cxt);
      gen.if((0, codegen_1._)`!${v}`, () => gen.assign(v, validate2));
    }
    exports2.dynamicAnchor = dynamicAnchor;
    function _getValidate(cxt) {
      let { schemaEnv, schema, self } = cxt.it,
        { root, baseId, localRefs, meta } = schemaEnv.root,
        { schemaId } = self.opts,
        sch = new compile_1.SchemaEnv({ schema, schemaId, root, baseId, localRefs, meta });
      return (compile_1.compileSchema.call(self, sch), (0, ref_1.getValidate)(cxt, sch));
    }
    exports2.default = def;
  },
});
var require_dynamicRef = __commonJS({
  '../node_modules/ajv/dist/vocabularies/dynamic/dynamicRef.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.dynamicRef = void 0;
    var codegen_1 = require_codegen(),
      names_1 = require_names(),
      ref_1 = require_ref(),
      def = { keyword: '$dynamicRef', schemaType: 'string', code: (cxt) => dynamicRef(cxt, cxt.schema) };
    function dynamicRef(cxt, ref) {
      let { gen, keyword, it } = cxt;
      if (ref[0] !== '#') throw new Error(`"${keyword}" only supports hash fragment reference`);
      let anchor = ref.slice(1);
      if (it.allErrors) _dynamicRef();
      else {
        let valid = gen.let('valid', !1);
        (_dynamicRef(valid), cxt.ok(valid));
      }
      function _dynamicRef(valid) {
        if (it.schemaEnv.root.dynamicAnchors[anchor]) {
          let v = gen.let(
            '_v',
            (0, codegen_1._)`${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`,
          );
          gen.if(v, _callRef(v, valid), _callRef(it.validateName, valid));
        } else _callRef(it.validateName, valid)();
      }
      function _callRef(validate2, valid) {
        return valid
          ? () =>
              gen.block(() => {
                ((0, ref_1.callRef)(cxt, validate2), gen.let(valid, !0));
              })
          : () => (0, ref_1.callRef)(cxt, validate2);
      }
    }
    exports2.dynamicRef = dynamicRef;
    exports2.default = def;
  },
});
var require_recursiveAnchor = __commonJS({
  '../node_modules/ajv/dist/vocabularies/dynamic/recursiveAnchor.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var dynamicAnchor_1 = require_dynamicAnchor(),
      util_1 = require_util(),
      def = {
        keyword: '$recursiveAnchor',
        schemaType: 'boolean',
        code(cxt) {
          cxt.schema
            ? (0, dynamicAnchor_1.dynamicAnchor)(cxt, '')
            : (0, util_1.checkStrictMode)(cxt.it, '$recursiveAnchor: false is ignored');
        },
      };
    exports2.default = def;
  },
});
var require_recursiveRef = __commonJS({
  '../node_modules/ajv/dist/vocabularies/dynamic/recursiveRef.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var dynamicRef_1 = require_dynamicRef(),
      def = {
        keyword: '$recursiveRef',
        schemaType: 'string',
        code: (cxt) => (0, dynamicRef_1.dynamicRef)(cxt, cxt.schema),
      };
    exports2.default = def;
  },
});
var require_dynamic = __commonJS({
  '../node_modules/ajv/dist/vocabularies/dynamic/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var dynamicAnchor_1 = require_dynamicAnchor(),
      dynamicRef_1 = require_dynamicRef(),
      recursiveAnchor_1 = require_recursiveAnchor(),
      recursiveRef_1 = require_recursiveRef(),
      dynamic = [dynamicAnchor_1.default, dynamicRef_1.default, recursiveAnchor_1.default, recursiveRef_1.default];
    exports2.default = dynamic;
  },
});
var require_dependentRequired = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/dependentRequired.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var dependencies_1 = require_dependencies(),
      def = {
        keyword: 'dependentRequired',
        type: 'object',
        schemaType: 'object',
        error: dependencies_1.error,
        code: (cxt) => (0, dependencies_1.validatePropertyDeps)(cxt),
      };
    exports2.default = def;
  },
});
var require_dependentSchemas = __commonJS({
  '../node_modules/ajv/dist/vocabularies/applicator/dependentSchemas.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var dependencies_1 = require_dependencies(),
      def = {
        keyword: 'dependentSchemas',
        type: 'object',
        schemaType: 'object',
        code: (cxt) => (0, dependencies_1.validateSchemaDeps)(cxt),
      };
    exports2.default = def;
  },
});
var require_limitContains = __commonJS({
  '../node_modules/ajv/dist/vocabularies/validation/limitContains.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var util_1 = require_util(),
      def = {
        keyword: ['maxContains', 'minContains'],
        type: 'array',
        schemaType: 'number',
        code({ keyword, parentSchema, it }) {
          parentSchema.contains === void 0 &&
            (0, util_1.checkStrictMode)(it, `"${keyword}" without "contains" is ignored`);
        },
      };
    exports2.default = def;
  },
});
var require_next = __commonJS({
  '../node_modules/ajv/dist/vocabularies/next.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var dependentRequired_1 = require_dependentRequired(),
      dependentSchemas_1 = require_dependentSchemas(),
      limitContains_1 = require_limitContains(),
      next = [dependentRequired_1.default, dependentSchemas_1.default, limitContains_1.default];
    exports2.default = next;
  },
});
var require_unevaluatedProperties = __commonJS({
  '../node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      names_1 = require_names(),
      error = {
        message: 'must NOT have unevaluated properties',
        params: ({ params }) => (0, codegen_1._)`{unevaluatedProperty: ${params.unevaluatedProperty}}`,
      },
      def = {
        keyword: 'unevaluatedProperties',
        type: 'object',
        schemaType: ['boolean', 'object'],
        trackErrors: !0,
        error,
        code(cxt) {
          let { gen, schema, data, errsCount, it } = cxt;
          if (!errsCount) throw new Error('ajv implementation error');
          let { allErrors, props } = it;
          (props instanceof codegen_1.Name
            ? gen.if((0, codegen_1._)`${props} !== true`, () =>
                gen.forIn('key', data, (key) => gen.if(unevaluatedDynamic(props, key), () => unevaluatedPropCode(key))),
              )
            : props !== !0 &&
              gen.forIn('key', data, (key) =>
                props === void 0
                  ? unevaluatedPropCode(key)
                  : gen.if(unevaluatedStatic(props, key), () => unevaluatedPropCode(key)),
              ),
            (it.props = !0),
            cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`));
          function unevaluatedPropCode(key) {
            if (schema === !1) {
              (cxt.setParams({ unevaluatedProperty: key }), cxt.error(), allErrors || gen.break());
              return;
            }
            if (!(0, util_1.alwaysValidSchema)(it, schema)) {
              let valid = gen.name('valid');
              (cxt.subschema({ keyword: 'unevaluatedProperties', dataProp: key, dataPropType: util_1.Type.Str }, valid),
                allErrors || gen.if((0, codegen_1.not)(valid), () => gen.break()));
            }
          }
          function unevaluatedDynamic(evaluatedProps, key) {
            return (0, codegen_1._)`!${evaluatedProps} || !${evaluatedProps}[${key}]`;
          }
          function unevaluatedStatic(evaluatedProps, key) {
            let ps = [];
            for (let p in evaluatedProps) evaluatedProps[p] === !0 && ps.push((0, codegen_1._)`${key} !== ${p}`);
            return (0, codegen_1.and)(...ps);
          }
        },
      };
    exports2.default = def;
  },
});
var require_unevaluatedItems = __commonJS({
  '../node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedItems.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      util_1 = require_util(),
      error = {
        message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
        params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`,
      },
      def = {
        keyword: 'unevaluatedItems',
        type: 'array',
        schemaType: ['boolean', 'object'],
        error,
        code(cxt) {
          let { gen, schema, data, it } = cxt,
            items = it.items || 0;
          if (items === !0) return;
          let len = gen.const('len', (0, codegen_1._)`${data}.length`);
          if (schema === !1) (cxt.setParams({ len: items }), cxt.fail((0, codegen_1._)`${len} > ${items}`));
          else if (typeof schema == 'object' && !(0, util_1.alwaysValidSchema)(it, schema)) {
            let valid = gen.var('valid', (0, codegen_1._)`${len} <= ${items}`);
            (gen.if((0, codegen_1.not)(valid), () => validateItems(valid, items)), cxt.ok(valid));
          }
          it.items = !0;
          function validateItems(valid, from) {
            gen.forRange('i', from, len, (i) => {
              (cxt.subschema({ keyword: 'unevaluatedItems', dataProp: i, dataPropType: util_1.Type.Num }, valid),
                it.allErrors || gen.if((0, codegen_1.not)(valid), () => gen.break()));
            });
          }
        },
      };
    exports2.default = def;
  },
});
var require_unevaluated = __commonJS({
  '../node_modules/ajv/dist/vocabularies/unevaluated/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var unevaluatedProperties_1 = require_unevaluatedProperties(),
      unevaluatedItems_1 = require_unevaluatedItems(),
      unevaluated = [unevaluatedProperties_1.default, unevaluatedItems_1.default];
    exports2.default = unevaluated;
  },
});
var require_format = __commonJS({
  '../node_modules/ajv/dist/vocabularies/format/format.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      error = {
        message: ({ schemaCode }) => (0, codegen_1.str)`must match format "${schemaCode}"`,
        params: ({ schemaCode }) => (0, codegen_1._)`{format: ${schemaCode}}`,
      },
      def = {
        keyword: 'format',
        type: ['number', 'string'],
        schemaType: 'string',
        $data: !0,
        error,
        code(cxt, ruleType) {
          let { gen, data, $data, schema, schemaCode, it } = cxt,
            { opts, errSchemaPath, schemaEnv, self } = it;
          if (!opts.validateFormats) return;
          $data ? validate$DataFormat() : validateFormat();
          function validate$DataFormat() {
            let fmts = gen.scopeValue('formats', { ref: self.formats, code: opts.code.formats }),
              fDef = gen.const('fDef', (0, codegen_1._)`${fmts}[${schemaCode}]`),
              fType = gen.let('fType'),
              format2 = gen.let('format');
            (gen.if(
              (0, codegen_1._)`typeof ${fDef} == "object" && !(${fDef} instanceof RegExp)`,
              () =>
                gen
                  .assign(fType, (0, codegen_1._)`${fDef}.type || "string"`)
                  .assign(format2, (0, codegen_1._)`${fDef}.validate`),
              () => gen.assign(fType, (0, codegen_1._)`"string"`).assign(format2, fDef),
            ),
              cxt.fail$data((0, codegen_1.or)(unknownFmt(), invalidFmt())));
            function unknownFmt() {
              return opts.strictSchema === !1 ? codegen_1.nil : (0, codegen_1._)`${schemaCode} && !${format2}`;
            }
            function invalidFmt() {
              let callFormat = schemaEnv.$async
                  ? (0, codegen_1._)`(${fDef}.async ? await ${format2}(${data}) : ${format2}(${data}))`
                  : (0, codegen_1._)`${format2}(${data})`,
                validData = (0,
                codegen_1._)`(typeof ${format2} == "function" ? ${callFormat} : ${format2}.test(${data}))`;
              return (0, codegen_1._)`${format2} && ${format2} !== true && ${fType} === ${ruleType} && !${validData}`;
            }
          }
          function validateFormat() {
            let formatDef = self.formats[schema];
            if (!formatDef) {
              unknownFormat();
              return;
            }
            if (formatDef === !0) return;
            let [fmtType, format2, fmtRef] = getFormat(formatDef);
            fmtType === ruleType && cxt.pass(validCondition());
            function unknownFormat() {
              if (opts.strictSchema === !1) {
                self.logger.warn(unknownMsg());
                return;
              }
              throw new Error(unknownMsg());
              function unknownMsg() {
                return `unknown format "${schema}" ignored in schema at path "${errSchemaPath}"`;
              }
            }
            function getFormat(fmtDef) {
              let code2 =
                  fmtDef instanceof RegExp
                    ? (0, codegen_1.regexpCode)(fmtDef)
                    : opts.code.formats
                      ? (0, codegen_1._)`${opts.code.formats}${(0, codegen_1.getProperty)(schema)}`
                      : void 0,
                fmt = gen.scopeValue('formats', { key: schema, ref: fmtDef, code: code2 });
              return typeof fmtDef == 'object' && !(fmtDef instanceof RegExp)
                ? [fmtDef.type || 'string', fmtDef.validate, (0, codegen_1._)`${fmt}.validate`]
                : ['string', fmtDef, fmt];
            }
            function validCondition() {
              if (typeof formatDef == 'object' && !(formatDef instanceof RegExp) && formatDef.async) {
                if (!schemaEnv.$async) throw new Error('async format in sync schema');
                return (0, codegen_1._)`await ${fmtRef}(${data})`;
              }
              return typeof format2 == 'function'
                ? (0, codegen_1._)`${fmtRef}(${data})`
                : (0, codegen_1._)`${fmtRef}.test(${data})`;
            }
          }
        },
      };
    exports2.default = def;
  },
});
var require_format2 = __commonJS({
  '../node_modules/ajv/dist/vocabularies/format/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var format_1 = require_format(),
      format2 = [format_1.default];
    exports2.default = format2;
  },
});
var require_metadata = __commonJS({
  '../node_modules/ajv/dist/vocabularies/metadata.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.contentVocabulary = exports2.metadataVocabulary = void 0;
    exports2.metadataVocabulary = [
      'title',
      'description',
      'default',
      'deprecated',
      'readOnly',
      'writeOnly',
      'examples',
    ];
    exports2.contentVocabulary = ['contentMediaType', 'contentEncoding', 'contentSchema'];
  },
});
var require_draft2020 = __commonJS({
  '../node_modules/ajv/dist/vocabularies/draft2020.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var core_1 = require_core2(),
      validation_1 = require_validation(),
      applicator_1 = require_applicator(),
      dynamic_1 = require_dynamic(),
      next_1 = require_next(),
      unevaluated_1 = require_unevaluated(),
      format_1 = require_format2(),
      metadata_1 = require_metadata(),
      draft2020Vocabularies = [
        dynamic_1.default,
        core_1.default,
        validation_1.default,
        (0, applicator_1.default)(!0),
        format_1.default,
        metadata_1.metadataVocabulary,
        metadata_1.contentVocabulary,
        next_1.default,
        unevaluated_1.default,
      ];
    exports2.default = draft2020Vocabularies;
  },
});
var require_types = __commonJS({
  '../node_modules/ajv/dist/vocabularies/discriminator/types.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.DiscrError = void 0;
    var DiscrError;
    (function (DiscrError2) {
      ((DiscrError2.Tag = 'tag'), (DiscrError2.Mapping = 'mapping'));
    })(DiscrError || (exports2.DiscrError = DiscrError = {}));
  },
});
var require_discriminator = __commonJS({
  '../node_modules/ajv/dist/vocabularies/discriminator/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var codegen_1 = require_codegen(),
      types_1 = require_types(),
      compile_1 = require_compile(),
      ref_error_1 = require_ref_error(),
      util_1 = require_util(),
      error = {
        message: ({ params: { discrError, tagName } }) =>
          discrError === types_1.DiscrError.Tag
            ? `tag "${tagName}" must be string`
            : `value of tag "${tagName}" must be in oneOf`,
        params: ({ params: { discrError, tag, tagName } }) =>
          (0, codegen_1._)`{error: ${discrError}, tag: ${tagName}, tagValue: ${tag}}`,
      },
      def = {
        keyword: 'discriminator',
        type: 'object',
        schemaType: 'object',
        error,
        code(cxt) {
          let { gen, data, schema, parentSchema, it } = cxt,
            { oneOf } = parentSchema;
          if (!it.opts.discriminator) throw new Error('discriminator: requires discriminator option');
          let tagName = schema.propertyName;
          if (typeof tagName != 'string') throw new Error('discriminator: requires propertyName');
          if (schema.mapping) throw new Error('discriminator: mapping is not supported');
          if (!oneOf) throw new Error('discriminator: requires oneOf keyword');
          let valid = gen.let('valid', !1),
            tag = gen.const('tag', (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(tagName)}`);
          (gen.if(
            (0, codegen_1._)`typeof ${tag} == "string"`,
            () => validateMapping(),
            () => cxt.error(!1, { discrError: types_1.DiscrError.Tag, tag, tagName }),
          ),
            cxt.ok(valid));
          function validateMapping() {
            let mapping = getMapping();
            gen.if(!1);
            for (let tagValue in mapping)
              (gen.elseIf((0, codegen_1._)`${tag} === ${tagValue}`),
                gen.assign(valid, applyTagSchema(mapping[tagValue])));
            (gen.else(), cxt.error(!1, { discrError: types_1.DiscrError.Mapping, tag, tagName }), gen.endIf());
          }
          function applyTagSchema(schemaProp) {
            let _valid = gen.name('valid'),
              schCxt = cxt.subschema({ keyword: 'oneOf', schemaProp }, _valid);
            return (cxt.mergeEvaluated(schCxt, codegen_1.Name), _valid);
          }
          function getMapping() {
            var _a;
            let oneOfMapping = {},
              topRequired = hasRequired(parentSchema),
              tagRequired = !0;
            for (let i = 0; i < oneOf.length; i++) {
              let sch = oneOf[i];
              if (sch?.$ref && !(0, util_1.schemaHasRulesButRef)(sch, it.self.RULES)) {
                let ref = sch.$ref;
                if (
                  ((sch = compile_1.resolveRef.call(it.self, it.schemaEnv.root, it.baseId, ref)),
                  sch instanceof compile_1.SchemaEnv && (sch = sch.schema),
                  sch === void 0)
                )
                  throw new ref_error_1.default(it.opts.uriResolver, it.baseId, ref);
              }
              let propSch = (_a = sch?.properties) === null || _a === void 0 ? void 0 : _a[tagName];
              if (typeof propSch != 'object')
                throw new Error(
                  `discriminator: oneOf subschemas (or referenced schemas) must have "properties/${tagName}"`,
                );
              ((tagRequired = tagRequired && (topRequired || hasRequired(sch))), addMappings(propSch, i));
            }
            if (!tagRequired) throw new Error(`discriminator: "${tagName}" must be required`);
            return oneOfMapping;
            function hasRequired({ required }) {
              return Array.isArray(required) && required.includes(tagName);
            }
            function addMappings(sch, i) {
              if (sch.const) addMapping(sch.const, i);
              else if (sch.enum) for (let tagValue of sch.enum) addMapping(tagValue, i);
              else throw new Error(`discriminator: "properties/${tagName}" must have "const" or "enum"`);
            }
            function addMapping(tagValue, i) {
              if (typeof tagValue != 'string' || tagValue in oneOfMapping)
                throw new Error(`discriminator: "${tagName}" values must be unique strings`);
              oneOfMapping[tagValue] = i;
            }
          }
        },
      };
    exports2.default = def;
  },
});
var require_schema = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/schema.json'(exports2, module2) {
    module2.exports = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://json-schema.org/draft/2020-12/schema',
      $vocabulary: {
        'https://json-schema.org/draft/2020-12/vocab/core': !0,
        'https://json-schema.org/draft/2020-12/vocab/applicator': !0,
        'https://json-schema.org/draft/2020-12/vocab/unevaluated': !0,
        'https://json-schema.org/draft/2020-12/vocab/validation': !0,
        'https://json-schema.org/draft/2020-12/vocab/meta-data': !0,
        'https://json-schema.org/draft/2020-12/vocab/format-annotation': !0,
        'https://json-schema.org/draft/2020-12/vocab/content': !0,
      },
      $dynamicAnchor: 'meta',
      title: 'Core and Validation specifications meta-schema',
      allOf: [
        { $ref: 'meta/core' },
        { $ref: 'meta/applicator' },
        { $ref: 'meta/unevaluated' },
        { $ref: 'meta/validation' },
        { $ref: 'meta/meta-data' },
        { $ref: 'meta/format-annotation' },
        { $ref: 'meta/content' },
      ],
      type: ['object', 'boolean'],
      $comment:
        'This meta-schema also defines keywords that have appeared in previous drafts in order to prevent incompatible extensions as they remain in common use.',
      properties: {
        definitions: {
          $comment: '"definitions" has been replaced by "$defs".',
          type: 'object',
          additionalProperties: { $dynamicRef: '#meta' },
          deprecated: !0,
          default: {},
        },
        dependencies: {
          $comment:
            '"dependencies" has been split and replaced by "dependentSchemas" and "dependentRequired" in order to serve their differing semantics.',
          type: 'object',
          additionalProperties: { anyOf: [{ $dynamicRef: '#meta' }, { $ref: 'meta/validation#/$defs/stringArray' }] },
          deprecated: !0,
          default: {},
        },
        $recursiveAnchor: {
          $comment: '"$recursiveAnchor" has been replaced by "$dynamicAnchor".',
          $ref: 'meta/core#/$defs/anchorString',
          deprecated: !0,
        },
        $recursiveRef: {
          $comment: '"$recursiveRef" has been replaced by "$dynamicRef".',
          $ref: 'meta/core#/$defs/uriReferenceString',
          deprecated: !0,
        },
      },
    };
  },
});
var require_applicator2 = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/meta/applicator.json'(exports2, module2) {
    module2.exports = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://json-schema.org/draft/2020-12/meta/applicator',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/applicator': !0 },
      $dynamicAnchor: 'meta',
      title: 'Applicator vocabulary meta-schema',
      type: ['object', 'boolean'],
      properties: {
        prefixItems: { $ref: '#/$defs/schemaArray' },
        items: { $dynamicRef: '#meta' },
        contains: { $dynamicRef: '#meta' },
        additionalProperties: { $dynamicRef: '#meta' },
        properties: { type: 'object', additionalProperties: { $dynamicRef: '#meta' }, default: {} },
        patternProperties: {
          type: 'object',
          additionalProperties: { $dynamicRef: '#meta' },
          propertyNames: { format: 'regex' },
          default: {},
        },
        dependentSchemas: { type: 'object', additionalProperties: { $dynamicRef: '#meta' }, default: {} },
        propertyNames: { $dynamicRef: '#meta' },
        if: { $dynamicRef: '#meta' },
        then: { $dynamicRef: '#meta' },
        else: { $dynamicRef: '#meta' },
        allOf: { $ref: '#/$defs/schemaArray' },
        anyOf: { $ref: '#/$defs/schemaArray' },
        oneOf: { $ref: '#/$defs/schemaArray' },
        not: { $dynamicRef: '#meta' },
      },
      $defs: { schemaArray: { type: 'array', minItems: 1, items: { $dynamicRef: '#meta' } } },
    };
  },
});
var require_unevaluated2 = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json'(exports2, module2) {
    module2.exports = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://json-schema.org/draft/2020-12/meta/unevaluated',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/unevaluated': !0 },
      $dynamicAnchor: 'meta',
      title: 'Unevaluated applicator vocabulary meta-schema',
      type: ['object', 'boolean'],
      properties: { unevaluatedItems: { $dynamicRef: '#meta' }, unevaluatedProperties: { $dynamicRef: '#meta' } },
    };
  },
});
var require_content = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/meta/content.json'(exports2, module2) {
    module2.exports = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://json-schema.org/draft/2020-12/meta/content',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/content': !0 },
      $dynamicAnchor: 'meta',
      title: 'Content vocabulary meta-schema',
      type: ['object', 'boolean'],
      properties: {
        contentEncoding: { type: 'string' },
        contentMediaType: { type: 'string' },
        contentSchema: { $dynamicRef: '#meta' },
      },
    };
  },
});
var require_core3 = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/meta/core.json'(exports2, module2) {
    module2.exports = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://json-schema.org/draft/2020-12/meta/core',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/core': !0 },
      $dynamicAnchor: 'meta',
      title: 'Core vocabulary meta-schema',
      type: ['object', 'boolean'],
      properties: {
        $id: { $ref: '#/$defs/uriReferenceString', $comment: 'Non-empty fragments not allowed.', pattern: '^[^#]*#?$' },
        $schema: { $ref: '#/$defs/uriString' },
        $ref: { $ref: '#/$defs/uriReferenceString' },
        $anchor: { $ref: '#/$defs/anchorString' },
        $dynamicRef: { $ref: '#/$defs/uriReferenceString' },
        $dynamicAnchor: { $ref: '#/$defs/anchorString' },
        $vocabulary: {
          type: 'object',
          propertyNames: { $ref: '#/$defs/uriString' },
          additionalProperties: { type: 'boolean' },
        },
        $comment: { type: 'string' },
        $defs: { type: 'object', additionalProperties: { $dynamicRef: '#meta' } },
      },
      $defs: {
        anchorString: { type: 'string', pattern: '^[A-Za-z_][-A-Za-z0-9._]*$' },
        uriString: { type: 'string', format: 'uri' },
        uriReferenceString: { type: 'string', format: 'uri-reference' },
      },
    };
  },
});
var require_format_annotation = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json'(exports2, module2) {
    module2.exports = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://json-schema.org/draft/2020-12/meta/format-annotation',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/format-annotation': !0 },
      $dynamicAnchor: 'meta',
      title: 'Format vocabulary meta-schema for annotation results',
      type: ['object', 'boolean'],
      properties: { format: { type: 'string' } },
    };
  },
});
var require_meta_data = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/meta/meta-data.json'(exports2, module2) {
    module2.exports = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://json-schema.org/draft/2020-12/meta/meta-data',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/meta-data': !0 },
      $dynamicAnchor: 'meta',
      title: 'Meta-data vocabulary meta-schema',
      type: ['object', 'boolean'],
      properties: {
        title: { type: 'string' },
        description: { type: 'string' },
        default: !0,
        deprecated: { type: 'boolean', default: !1 },
        readOnly: { type: 'boolean', default: !1 },
        writeOnly: { type: 'boolean', default: !1 },
        examples: { type: 'array', items: !0 },
      },
    };
  },
});
var require_validation2 = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/meta/validation.json'(exports2, module2) {
    module2.exports = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://json-schema.org/draft/2020-12/meta/validation',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/validation': !0 },
      $dynamicAnchor: 'meta',
      title: 'Validation vocabulary meta-schema',
      type: ['object', 'boolean'],
      properties: {
        type: {
          anyOf: [
            { $ref: '#/$defs/simpleTypes' },
            { type: 'array', items: { $ref: '#/$defs/simpleTypes' }, minItems: 1, uniqueItems: !0 },
          ],
        },
        const: !0,
        enum: { type: 'array', items: !0 },
        multipleOf: { type: 'number', exclusiveMinimum: 0 },
        maximum: { type: 'number' },
        exclusiveMaximum: { type: 'number' },
        minimum: { type: 'number' },
        exclusiveMinimum: { type: 'number' },
        maxLength: { $ref: '#/$defs/nonNegativeInteger' },
        minLength: { $ref: '#/$defs/nonNegativeIntegerDefault0' },
        pattern: { type: 'string', format: 'regex' },
        maxItems: { $ref: '#/$defs/nonNegativeInteger' },
        minItems: { $ref: '#/$defs/nonNegativeIntegerDefault0' },
        uniqueItems: { type: 'boolean', default: !1 },
        maxContains: { $ref: '#/$defs/nonNegativeInteger' },
        minContains: { $ref: '#/$defs/nonNegativeInteger', default: 1 },
        maxProperties: { $ref: '#/$defs/nonNegativeInteger' },
        minProperties: { $ref: '#/$defs/nonNegativeIntegerDefault0' },
        required: { $ref: '#/$defs/stringArray' },
        dependentRequired: { type: 'object', additionalProperties: { $ref: '#/$defs/stringArray' } },
      },
      $defs: {
        nonNegativeInteger: { type: 'integer', minimum: 0 },
        nonNegativeIntegerDefault0: { $ref: '#/$defs/nonNegativeInteger', default: 0 },
        simpleTypes: { enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] },
        stringArray: { type: 'array', items: { type: 'string' }, uniqueItems: !0, default: [] },
      },
    };
  },
});
var require_json_schema_2020_12 = __commonJS({
  '../node_modules/ajv/dist/refs/json-schema-2020-12/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var metaSchema = require_schema(),
      applicator = require_applicator2(),
      unevaluated = require_unevaluated2(),
      content = require_content(),
      core = require_core3(),
      format2 = require_format_annotation(),
      metadata = require_meta_data(),
      validation = require_validation2(),
      META_SUPPORT_DATA = ['/properties'];
    function addMetaSchema2020($data) {
      return (
        [
          metaSchema,
          applicator,
          unevaluated,
          content,
          core,
          with$data(this, format2),
          metadata,
          with$data(this, validation),
        ].forEach((sch) => this.addMetaSchema(sch, void 0, !1)),
        this
      );
      function with$data(ajv, sch) {
        return $data ? ajv.$dataMetaSchema(sch, META_SUPPORT_DATA) : sch;
      }
    }
    exports2.default = addMetaSchema2020;
  },
});
var require__ = __commonJS({
  '../node_modules/ajv/dist/2020.js'(exports2, module2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.MissingRefError =
      exports2.ValidationError =
      exports2.CodeGen =
      exports2.Name =
      exports2.nil =
      exports2.stringify =
      exports2.str =
      exports2._ =
      exports2.KeywordCxt =
      exports2.Ajv2020 =
        void 0;
    var core_1 = require_core(),
      draft2020_1 = require_draft2020(),
      discriminator_1 = require_discriminator(),
      json_schema_2020_12_1 = require_json_schema_2020_12(),
      META_SCHEMA_ID = 'https://json-schema.org/draft/2020-12/schema',
      Ajv2020 = class extends core_1.default {
        constructor(opts = {}) {
          super({ ...opts, dynamicRef: !0, next: !0, unevaluated: !0 });
        }
        _addVocabularies() {
          (super._addVocabularies(),
            draft2020_1.default.forEach((v) => this.addVocabulary(v)),
            this.opts.discriminator && this.addKeyword(discriminator_1.default));
        }
        _addDefaultMetaSchema() {
          super._addDefaultMetaSchema();
          let { $data, meta } = this.opts;
          meta &&
            (json_schema_2020_12_1.default.call(this, $data),
            (this.refs['http://json-schema.org/schema'] = META_SCHEMA_ID));
        }
        defaultMeta() {
          return (this.opts.defaultMeta =
            super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : void 0));
        }
      };
    exports2.Ajv2020 = Ajv2020;
    module2.exports = exports2 = Ajv2020;
    module2.exports.Ajv2020 = Ajv2020;
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.default = Ajv2020;
    var validate_1 = require_validate();
    Object.defineProperty(exports2, 'KeywordCxt', {
      enumerable: !0,
      get: function () {
        return validate_1.KeywordCxt;
      },
    });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports2, '_', {
      enumerable: !0,
      get: function () {
        return codegen_1._;
      },
    });
    Object.defineProperty(exports2, 'str', {
      enumerable: !0,
      get: function () {
        return codegen_1.str;
      },
    });
    Object.defineProperty(exports2, 'stringify', {
      enumerable: !0,
      get: function () {
        return codegen_1.stringify;
      },
    });
    Object.defineProperty(exports2, 'nil', {
      enumerable: !0,
      get: function () {
        return codegen_1.nil;
      },
    });
    Object.defineProperty(exports2, 'Name', {
      enumerable: !0,
      get: function () {
        return codegen_1.Name;
      },
    });
    Object.defineProperty(exports2, 'CodeGen', {
      enumerable: !0,
      get: function () {
        return codegen_1.CodeGen;
      },
    });
    var validation_error_1 = require_validation_error();
    Object.defineProperty(exports2, 'ValidationError', {
      enumerable: !0,
      get: function () {
        return validation_error_1.default;
      },
    });
    var ref_error_1 = require_ref_error();
    Object.defineProperty(exports2, 'MissingRefError', {
      enumerable: !0,
      get: function () {
        return ref_error_1.default;
      },
    });
  },
});
var require_picocolors = __commonJS({
  '../node_modules/picocolors/picocolors.js'(exports2, module2) {
    var p = process || {},
      argv = p.argv || [],
      env = p.env || {},
      isColorSupported =
        !(env.NO_COLOR || argv.includes('--no-color')) &&
        (!!env.FORCE_COLOR ||
          argv.includes('--color') ||
          p.platform === 'win32' ||
          ((p.stdout || {}).isTTY && env.TERM !== 'dumb') ||
          !!env.CI),
      formatter =
        (open, close, replace = open) =>
        (input) => {
          let string = '' + input,
            index = string.indexOf(close, open.length);
          return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
        },
      replaceClose = (string, close, replace, index) => {
        let result2 = '',
          cursor = 0;
        do
          ((result2 += string.substring(cursor, index) + replace),
            (cursor = index + close.length),
            (index = string.indexOf(close, cursor)));
        while (~index);
        return result2 + string.substring(cursor);
      },
      createColors2 = (enabled = isColorSupported) => {
        let f = enabled ? formatter : () => String;
        return {
          isColorSupported: enabled,
          reset: f('\x1B[0m', '\x1B[0m'),
          bold: f('\x1B[1m', '\x1B[22m', '\x1B[22m\x1B[1m'),
          dim: f('\x1B[2m', '\x1B[22m', '\x1B[22m\x1B[2m'),
          italic: f('\x1B[3m', '\x1B[23m'),
          underline: f('\x1B[4m', '\x1B[24m'),
          inverse: f('\x1B[7m', '\x1B[27m'),
          hidden: f('\x1B[8m', '\x1B[28m'),
          strikethrough: f('\x1B[9m', '\x1B[29m'),
          black: f('\x1B[30m', '\x1B[39m'),
          red: f('\x1B[31m', '\x1B[39m'),
          green: f('\x1B[32m', '\x1B[39m'),
          yellow: f('\x1B[33m', '\x1B[39m'),
          blue: f('\x1B[34m', '\x1B[39m'),
          magenta: f('\x1B[35m', '\x1B[39m'),
          cyan: f('\x1B[36m', '\x1B[39m'),
          white: f('\x1B[37m', '\x1B[39m'),
          gray: f('\x1B[90m', '\x1B[39m'),
          bgBlack: f('\x1B[40m', '\x1B[49m'),
          bgRed: f('\x1B[41m', '\x1B[49m'),
          bgGreen: f('\x1B[42m', '\x1B[49m'),
          bgYellow: f('\x1B[43m', '\x1B[49m'),
          bgBlue: f('\x1B[44m', '\x1B[49m'),
          bgMagenta: f('\x1B[45m', '\x1B[49m'),
          bgCyan: f('\x1B[46m', '\x1B[49m'),
          bgWhite: f('\x1B[47m', '\x1B[49m'),
          blackBright: f('\x1B[90m', '\x1B[39m'),
          redBright: f('\x1B[91m', '\x1B[39m'),
          greenBright: f('\x1B[92m', '\x1B[39m'),
          yellowBright: f('\x1B[93m', '\x1B[39m'),
          blueBright: f('\x1B[94m', '\x1B[39m'),
          magentaBright: f('\x1B[95m', '\x1B[39m'),
          cyanBright: f('\x1B[96m', '\x1B[39m'),
          whiteBright: f('\x1B[97m', '\x1B[39m'),
          bgBlackBright: f('\x1B[100m', '\x1B[49m'),
          bgRedBright: f('\x1B[101m', '\x1B[49m'),
          bgGreenBright: f('\x1B[102m', '\x1B[49m'),
          bgYellowBright: f('\x1B[103m', '\x1B[49m'),
          bgBlueBright: f('\x1B[104m', '\x1B[49m'),
          bgMagentaBright: f('\x1B[105m', '\x1B[49m'),
          bgCyanBright: f('\x1B[106m', '\x1B[49m'),
          bgWhiteBright: f('\x1B[107m', '\x1B[49m'),
        };
      };
    module2.exports = createColors2();
    module2.exports.createColors = createColors2;
  },
});
var cdktf_exports = {};
__export(cdktf_exports, { synthJudged: () => synthJudged, traceConstructs: () => traceConstructs });
module.exports = __toCommonJS(cdktf_exports);
var import_node_path10 = require('node:path');
var import_node_fs = require('node:fs'),
  import_node_path = require('node:path');
function removeDeployable(outdir) {
  (0, import_node_fs.rmSync)((0, import_node_path.join)(outdir, 'manifest.json'), { force: !0 });
  let stacks = (0, import_node_path.join)(outdir, 'stacks');
  if ((0, import_node_fs.existsSync)(stacks))
    for (let stack of (0, import_node_fs.readdirSync)(stacks))
      for (let file of ['cdk.tf.json', 'cdk.tf', 'metadata.json'])
        (0, import_node_fs.rmSync)((0, import_node_path.join)(stacks, stack, file), { force: !0 });
}
var import_node_path6 = require('node:path');
var import_node_crypto = require('node:crypto');
function sha256(bytes) {
  return (0, import_node_crypto.createHash)('sha256').update(bytes).digest('hex');
}
var import_node_fs2 = require('node:fs'),
  import_node_path2 = require('node:path');
var SEVERITIES = ['critical', 'high', 'medium', 'low'];
var CouldNotJudge = class extends Error {
    constructor(what, why, fix, about = '') {
      super(`${what}
${why}
${fix}`);
      this.what = what;
      this.why = why;
      this.fix = fix;
      this.about = about;
    }
    what;
    why;
    fix;
    about;
    name = 'CouldNotJudge';
    get problem() {
      return { stack: this.about, what: this.what, why: this.why, fix: this.fix };
    }
  },
  UNREAD = {
    ENOENT: ['does not exist', ''],
    ENOTDIR: ['does not exist: a part of the path is a file', 'Check the path.'],
    EISDIR: ['is a directory', 'Name a file.'],
    EACCES: ['may not be read by this user', 'Give the user who runs the gate the permission to read it.'],
    EPERM: ['may not be read by this user', 'Give the user who runs the gate the permission to read it.'],
    ERR_FS_FILE_TOO_LARGE: [
      'is larger than 2 GiB',
      'Judge the parts apart: plan the modules or workspaces by themselves.',
    ],
  };
function unread(path, error, why) {
  let code2 = isObject(error) && typeof error.code == 'string' ? error.code : '',
    [what, fix] = UNREAD[code2] ?? [`cannot be read (${code2})`, 'Check the file.'];
  return new CouldNotJudge(`${path} ${what}.`, why, fix || `Check the path; relative ones start at ${process.cwd()}.`);
}
function isObject(value) {
  return typeof value == 'object' && value !== null && !Array.isArray(value);
}
var REBUILD = 'Run `npm run policies`, or restore policies/compiled/ from version control.';
function loadArtifact(directory) {
  let wasm2 = readPart(directory, 'policy.wasm'),
    catalogBytes = readPart(directory, 'catalog.json'),
    manifest = parsePart('manifest.json', readPart(directory, 'manifest.json')),
    digests = isObject(manifest) && isObject(manifest.sha256) ? manifest.sha256 : {},
    digest = sha256(wasm2);
  for (let [name, actual] of [
    ['policy.wasm', digest],
    ['catalog.json', sha256(catalogBytes)],
  ]) {
    let expected = digests[name];
    if (actual !== expected)
      throw new CouldNotJudge(
        `${name} is not the file that manifest.json names (sha256 ${actual}, expected ${typeof expected == 'string' ? expected : 'none'}).`,
        'A policy that nobody reviewed could say that everything is fine.',
        REBUILD,
      );
  }
  let catalog = parsePart('catalog.json', catalogBytes);
  if (!Array.isArray(catalog) || catalog.length === 0 || !catalog.every(isRuleInfo))
    throw damaged('catalog.json', 'it is not a list of rules');
  let settings = isObject(manifest) ? manifest.settings : void 0;
  if (!isNames(settings)) throw damaged('manifest.json', 'it does not list the settings that the policy reads');
  return { wasm: exactBuffer(wasm2), digest, catalog, settings, types: typesRead(manifest) };
}
function typesRead(manifest) {
  let read2 = isObject(manifest) ? manifest.read : void 0;
  if (read2 === void 0) return;
  let { types } = isObject(read2) ? read2 : {};
  if (!isNames(types)) throw damaged('manifest.json', 'read.types is not a list of resource types');
  return new Set(types);
}
function isNames(value) {
  return Array.isArray(value) && value.every((name) => typeof name == 'string');
}
function readPart(directory, name) {
  try {
    return (0, import_node_fs2.readFileSync)((0, import_node_path2.join)(directory, name));
  } catch (error) {
    throw damaged(name, error instanceof Error ? error.message : String(error));
  }
}
function parsePart(name, bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw damaged(name, error instanceof Error ? error.message : String(error));
  }
}
function damaged(name, reason) {
  return new CouldNotJudge(
    `${name} of the compiled policy cannot be used: ${reason}.`,
    'Without the compiled policy nothing can be judged.',
    REBUILD,
  );
}
function exactBuffer(bytes) {
  if (bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.byteLength) return bytes.buffer;
  let copy = new ArrayBuffer(bytes.byteLength);
  return (new Uint8Array(copy).set(bytes), copy);
}
function isRuleInfo(value) {
  return (
    isObject(value) &&
    ['id', 'rule', 'title', 'description', 'remediation', 'file'].every((member) => typeof value[member] == 'string') &&
    SEVERITIES.some((severity) => severity === value.severity) &&
    Array.isArray(value.resources) &&
    Array.isArray(value.relatedResources)
  );
}
var import_node_fs3 = require('node:fs');
var WHY = 'A baseline says what need not fail, so it has to be exactly understood.';
function loadBaseline(path) {
  let text2 = read(path),
    digest = sha256(text2),
    content = parse(path, text2),
    version2 = content.schemaVersion;
  if (version2 !== 1) {
    let has = version2 === void 0 ? 'no schemaVersion' : `schemaVersion ${JSON.stringify(version2)}`;
    throw refuse(`${path} has ${has}; this gate writes and reads ${1}.`);
  }
  let reports = content.reports;
  if (reports === void 0) {
    let known = knownOf(path, content);
    return {
      digest,
      of: (_, alone) => {
        if (alone) return known;
        throw refuse(`${path} is the report of one input, and there are several.`);
      },
    };
  }
  if (!Array.isArray(reports)) throw refuse(`${path} is no JSON report of the gate.`);
  let byFiles = new Map(
    reports.map((entry) => {
      let { files, report } = isObject(entry) ? entry : {};
      if (!isObject(report)) throw refuse(`${path} is no JSON report of the gate.`);
      return [JSON.stringify(files), knownOf(path, report)];
    }),
  );
  return { digest, of: (files) => byFiles.get(JSON.stringify(files)) ?? [] };
}
function knownOf(path, { findings, known }) {
  if (!Array.isArray(findings) || !Array.isArray(known)) throw refuse(`${path} is no JSON report of the gate.`);
  return [...findings, ...known].map((entry) => {
    let { fingerprint: fingerprint2, actual } = isObject(entry) ? entry : {};
    if (typeof fingerprint2 != 'string' || typeof actual != 'string')
      throw refuse(`${path} has a finding without fingerprint.`);
    return { fingerprint: fingerprint2, actual };
  });
}
function read(path) {
  try {
    return (0, import_node_fs3.readFileSync)(path, 'utf8');
  } catch (error) {
    throw unread(path, error, WHY);
  }
}
function parse(path, text2) {
  let content;
  try {
    content = JSON.parse(text2);
  } catch {
    throw refuse(`${path} is no JSON.`);
  }
  if (!isObject(content)) throw refuse(`${path} is no JSON report of the gate.`);
  return content;
}
function refuse(what) {
  return new CouldNotJudge(
    what,
    WHY,
    'Write the baseline anew with `--format json=FILE`, of the same inputs, and look at what it accepts.',
  );
}
var modules = new WeakMap();
function moduleOf(bytes) {
  let module2 = modules.get(bytes) ?? new wasm.Module(bytes);
  return (modules.set(bytes, module2), module2);
}
var wasm = globalThis.WebAssembly;
var PAGES = [57e3, 32e3, 16e3, 8e3, 4e3, 1e3];
function reserveMemory() {
  for (let initial of PAGES)
    try {
      return new wasm.Memory({ initial, maximum: initial });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  throw new Error('the system grants no memory');
}
var OutOfMemory = class extends Error {
    name = 'OutOfMemory';
  },
  WasmPolicy = class {
    memory;
    exports;
    entrypoints;
    base;
    heap;
    data;
    constructor(policy) {
      this.memory = reserveMemory();
      let { exports: exports2 } = new wasm.Instance(moduleOf(policy), { env: this.imports() });
      this.exports = exports2;
      let { opa_wasm_abi_version: version2, opa_wasm_abi_minor_version: minor } = this.exports;
      if (version2?.value !== 1 || minor === void 0 || minor.value < 2)
        throw new Error(`the policy has ABI ${version2?.value ?? '?'}.${minor?.value ?? '?'}, and 1.2 is needed`);
      let needed = Object.keys(this.dump(this.exports.builtins()));
      if (needed.length > 0) throw new Error(`the policy needs functions of its host: ${needed.join(', ')}`);
      ((this.entrypoints = this.dump(this.exports.entrypoints())),
        (this.base = this.heapEnd()),
        (this.heap = this.base),
        (this.data = 0),
        this.setData(new TextEncoder().encode('{}')));
    }
    setData(json) {
      (this.exports.opa_heap_ptr_set(this.base), (this.data = this.load(json)), (this.heap = this.heapEnd()));
    }
    evaluate(entrypoint, ...json) {
      let id = Object.hasOwn(this.entrypoints, entrypoint) ? this.entrypoints[entrypoint] : void 0;
      if (id === void 0) throw new Error(`the policy has no entrypoint ${entrypoint}`);
      let { exports: exports2 } = this;
      exports2.opa_heap_ptr_set(this.heap);
      let input = this.load(...json),
        context = exports2.opa_eval_ctx_new();
      return (
        exports2.opa_eval_ctx_set_input(context, input),
        exports2.opa_eval_ctx_set_data(context, this.data),
        exports2.opa_eval_ctx_set_entrypoint(context, id),
        exports2.eval(context),
        this.dump(exports2.opa_eval_ctx_get_result(context))
      );
    }
    get used() {
      return this.heapEnd() - this.heap;
    }
    load(...json) {
      let { opa_malloc, opa_json_parse, opa_free } = this.exports,
        length = json.reduce((sum, { byteLength }) => sum + byteLength, 0),
        text2 = unsigned(opa_malloc(length)),
        memory = new Uint8Array(this.memory.buffer),
        end = text2;
      for (let piece of json) (memory.set(piece, end), (end += piece.byteLength));
      let value = opa_json_parse(text2, length);
      if (value === 0) throw new Error('what it was given is no JSON');
      return (opa_free(text2), value);
    }
    heapEnd() {
      return unsigned(this.exports.opa_heap_ptr_get());
    }
    dump(value) {
      return JSON.parse(this.text(unsigned(this.exports.opa_json_dump(value))));
    }
    text(address) {
      if (address === 0) throw new Error('the policy gave no answer');
      let rest = Buffer.from(this.memory.buffer, address),
        end = rest.indexOf(0);
      if (end < 0) throw new Error('the answer of the policy has no end');
      return rest.toString('utf8', 0, end);
    }
    imports() {
      let refuse3 = (id) => {
        throw new Error(`the policy called function ${id} of its host, and there is none`);
      };
      return {
        memory: this.memory,
        opa_abort: (address) => {
          let reason = this.text(unsigned(address));
          throw reason.startsWith('opa_malloc') ? new OutOfMemory(reason) : new Error(reason);
        },
        opa_println: (_address) => {},
        opa_builtin0: (id, _context) => refuse3(id),
        opa_builtin1: (id, _context, _1) => refuse3(id),
        opa_builtin2: (id, _context, _1, _2) => refuse3(id),
        opa_builtin3: (id, _context, _1, _2, _3) => refuse3(id),
        opa_builtin4: (id, _context, _1, _2, _3, _4) => refuse3(id),
      };
    }
  };
function unsigned(address) {
  return address >>> 0;
}
var ENTRYPOINT = 'gate/report';
function evaluate(wasm2, settings, stacks) {
  let answer = ask(wasm2, settings, textOf(stacks));
  if (answer === void 0) throw tooLarge();
  let defect = whereWrong(answer);
  if (defect !== void 0) throw failed(`its answer has not the agreed shape (${defect === '' ? '/' : defect})`);
  return answer[0].result;
}
function textOf(stacks) {
  let pieces = stacks.map(({ name, document }, at) =>
    Buffer.from(`${at === 0 ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(document)}`),
  );
  return [Buffer.from('{"stacks":{'), ...pieces, Buffer.from('}}')];
}
var loaded = new WeakMap();
function ask(wasm2, settings, input) {
  let before = loaded.get(wasm2);
  loaded.delete(wasm2);
  try {
    let now = before?.settings === settings ? before : load(wasm2, settings),
      answer = now.policy.evaluate(ENTRYPOINT, ...input);
    return (loaded.set(wasm2, now), answer);
  } catch (error) {
    if (error instanceof OutOfMemory) return;
    throw failed(error instanceof Error ? error.message : String(error));
  }
}
function load(wasm2, settings) {
  let policy = new WasmPolicy(wasm2);
  return (policy.setData(new TextEncoder().encode(`{"settings":${settings}}`)), { policy, settings });
}
function tooLarge() {
  return new CouldNotJudge(
    'It is more than the policy can judge at once: it needs more memory than 32 bits can address, or than this system grants.',
    'What was not judged to its end counts as not judged.',
    'Judge the parts apart: plan the modules or workspaces that it consists of by themselves.',
  );
}
function failed(why) {
  return new CouldNotJudge(
    `The policy could not be evaluated: ${why}.`,
    'A policy that gives no answer has not allowed anything.',
    'Check that policies/compiled/ is the one of this version; if it is, this is a defect of the policies: please report it.',
  );
}
var check = (holds) => (value) => (holds(value) ? void 0 : ''),
  text = check((value) => typeof value == 'string'),
  whole = check((value) => Number.isInteger(value)),
  amount = check((value) => Number.isInteger(value) && Number(value) >= 0),
  state = check((value) => value === 'open' || value === 'closed' || value === 'unknown');
function record(members) {
  let checks = Object.entries(members);
  return (value) => {
    if (!isObject(value)) return '';
    for (let [name, member] of checks) {
      let where2 = member(Object.hasOwn(value, name) ? value[name] : void 0);
      if (where2 !== void 0) return `/${name}${where2}`;
    }
  };
}
function list(item, length) {
  return (value) => {
    if (!Array.isArray(value) || value.length !== (length ?? value.length)) return '';
    for (let at = 0; at < value.length; at++) {
      let where2 = item(value[at]);
      if (where2 !== void 0) return `/${at}${where2}`;
    }
  };
}
function map(item) {
  return (value) =>
    isObject(value) ? record(Object.fromEntries(Object.keys(value).map((name) => [name, item])))(value) : '';
}
var undecided = { address: text, path: text, message: text },
  whereWrong = list(
    record({
      result: record({
        documents: map(record({ resources: whole })),
        problems: list(record({ stack: text, message: text })),
        rules: map(
          record({
            checked: list(text),
            deny: list(record({ ...undecided, actual: text, allowed: text })),
            undecided: list(record(undecided)),
          }),
        ),
        facts: record({
          costs: list(
            record({
              stack: text,
              part: text,
              address: text,
              item: text,
              usage: text,
              minimum: amount,
              desired: amount,
              maximum: amount,
            }),
          ),
          flows: list(record({ stack: text, from: text, to: text, protocol: text, name: text, port: whole, state })),
          forgotten: list(text),
        }),
      }),
    }),
    1,
  );
var WAIVERS_WHY = 'A waiver that nobody can rely on would waive the wrong thing, or forever.';
function noWaivers(today) {
  return { digest: '', today, entries: [] };
}
var DAY = 1440 * 60 * 1e3;
function readWaivers(file, catalog, today) {
  let content = isObject(file.content) ? file.content.waivers : void 0,
    { longest_lifetime_days: days, entries } = isObject(content) ? content : {};
  if (typeof days != 'number' || !Array.isArray(entries))
    throw refuse2(`${file.path} holds no waivers.`, 'Write {"waivers": {"longest_lifetime_days": 90, "entries": []}}.');
  let last = dayAfter(today, days),
    known = new Set(catalog.map(({ id }) => id)),
    waivers = entries.map((entry, index) => {
      let waiver = asWaiver(entry),
        at = (member) => file.at(`/waivers/entries/${index}/${member}`);
      if (!known.has(waiver.rule))
        throw refuse2(
          `${at('rule')} waives ${waiver.rule}, and there is no such rule.`,
          '`tollgate rules` lists the rules. Correct the id, or remove the waiver.',
        );
      if (dayAfter(waiver.expires, 0) !== waiver.expires)
        throw refuse2(`${at('expires')} ${waiver.expires} is no day of the calendar.`, 'Write a day as 2026-03-31.');
      if (waiver.expires > last)
        throw refuse2(
          `${at('expires')} the waiver of ${waiver.rule} for ${waiver.address} lasts until ${waiver.expires}; ${last} is the last day allowed.`,
          `Write ${last} or earlier, and renew it when it is still needed; longest_lifetime_days is ${days}.`,
        );
      return waiver;
    });
  return { digest: sha256(JSON.stringify([days, waivers])), today, entries: waivers };
}
function asWaiver(entry) {
  let text2 = (member) => {
      let value = isObject(entry) ? entry[member] : void 0;
      return typeof value == 'string' ? value : '';
    },
    stack = text2('stack');
  return {
    rule: text2('rule'),
    address: text2('address'),
    ...(stack === '' ? {} : { stack }),
    reason: text2('reason'),
    owner: text2('owner'),
    expires: text2('expires'),
  };
}
function dayAfter(day, days) {
  let time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time + days * DAY).toISOString().slice(0, 10);
}
function isAbout(waiver, { id, stack, address }) {
  return (
    waiver.rule === id && matches(waiver.address, address) && (waiver.stack === void 0 || matches(waiver.stack, stack))
  );
}
function matches(pattern, text2) {
  let [head = '', ...rest] = pattern.split('*'),
    tail = rest.pop();
  if (tail === void 0) return text2 === head;
  if (!text2.startsWith(head)) return !1;
  let at = head.length;
  for (let part of rest) {
    let found = text2.indexOf(part, at);
    if (found < 0) return !1;
    at = found + part.length;
  }
  return text2.length - tail.length >= at && text2.endsWith(tail);
}
function refuse2(what, fix) {
  return new CouldNotJudge(what, WAIVERS_WHY, fix);
}
function except(outcome2, waivers, baseline) {
  let active = waivers.entries.filter(({ expires }) => expires >= waivers.today),
    left = countsOf(baseline ?? []),
    findings = [],
    waived = [],
    known = [];
  for (let finding of outcome2.findings) {
    let waiver = active.find((entry) => isAbout(entry, finding)),
      isKnown = take(left, keyOf(finding));
    waiver !== void 0 ? waived.push({ ...finding, waiver }) : isKnown ? known.push(finding) : findings.push(finding);
  }
  let counted = new Set(findings.map(({ id }) => id)),
    open = new Set(outcome2.undecided.map(({ id }) => id));
  return {
    findings,
    waived,
    known,
    rules: outcome2.rules.map((rule) =>
      rule.outcome !== 'denied' || counted.has(rule.id)
        ? rule
        : { ...rule, outcome: open.has(rule.id) ? 'undecided' : 'accepted' },
    ),
    waivers: waivers.entries.map((waiver) => {
      let about = outcome2.findings.filter((finding) => isAbout(waiver, finding)).length,
        undecided2 = outcome2.undecided.some((entry) => isAbout(waiver, entry)),
        state2 = waiver.expires < waivers.today ? 'expired' : about > 0 || undecided2 ? 'active' : 'unused';
      return { ...waiver, state: state2, findings: about };
    }),
    gone: [...left.values()].reduce((sum, count2) => sum + count2, 0),
  };
}
function keyOf({ fingerprint: fingerprint2, actual }) {
  return `${fingerprint2} ${actual}`;
}
function countsOf(known) {
  let counts2 = new Map();
  for (let finding of known) counts2.set(keyOf(finding), (counts2.get(keyOf(finding)) ?? 0) + 1);
  return counts2;
}
function take(counts2, key) {
  let count2 = counts2.get(key) ?? 0;
  return (count2 > 0 && counts2.set(key, count2 - 1), count2 > 0);
}
function failingFrom(failOn, enforcement, catalog) {
  let worst = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1),
    lesser = new Set(catalog.filter(({ severity }) => !worst.includes(severity)).map(({ id }) => id));
  return new Map([...enforcement].map(([id, acts]) => [id, acts === 'block' && lesser.has(id) ? 'warn' : acts]));
}
function fingerprint({ id, stack, address, path }) {
  return sha256(JSON.stringify([id, stack, address, path])).slice(0, 32);
}
function outcome(raw, catalog, enforcement, stacks) {
  requireSameRules(Object.keys(raw.rules), catalog);
  let empty = requireSameDocuments(raw, stacks),
    byName = new Map(stacks.map((stack) => [stack.name, stack])),
    findings = [],
    undecided2 = [],
    rules = [];
  for (let info of catalog) {
    let answer = raw.rules[info.rule];
    if (answer === void 0) continue;
    let acts = enforcement.get(info.id) ?? 'block',
      head = { id: info.id, rule: info.rule, title: info.title, severity: info.severity, enforcement: acts },
      places;
    if (
      (rules.push({
        ...head,
        outcome: outcomeOf(answer, acts),
        get checked() {
          let addresses = acts === 'off' ? [] : answer.checked;
          return (places ??= sorted(
            addresses.map((address) => split(address, byName)),
            byPlace,
          ));
        },
      }),
      acts === 'off')
    )
      continue;
    let judge2 = (entry) => {
      let place4 = split(entry.address, byName),
        constructPath2 = byName.get(place4.stack)?.constructPaths.get(place4.address);
      return {
        ...head,
        ...place4,
        ...(constructPath2 === void 0 ? {} : { constructPath: constructPath2 }),
        path: entry.path,
        message: inOwnStack(entry.message, place4.stack),
        remediation: info.remediation,
        fingerprint: fingerprint({ id: info.id, ...place4, path: entry.path }),
      };
    };
    (findings.push(
      ...answer.deny.map((entry) => {
        let finding = judge2(entry),
          actual = inOwnStack(entry.actual, finding.stack);
        return { ...finding, actual, allowed: inOwnStack(entry.allowed, finding.stack) };
      }),
    ),
      undecided2.push(...answer.undecided.map(judge2)));
  }
  return {
    problems: [...empty, ...sorted(raw.problems.map(policyProblem), (problem) => [problem.stack, problem.what])],
    findings: sorted(findings, (finding) => [...worstFirst(finding), finding.actual, finding.allowed]),
    undecided: sorted(undecided2, worstFirst),
    rules: sorted(rules, (rule) => [rule.id]),
    flows: sorted(raw.facts.flows.map(flowFact), (flow) => [
      flow.stack,
      tierOrder(flow.from),
      flow.from,
      flow.to,
      pad(flow.port),
      flow.name,
    ]),
    costs: sorted(
      raw.facts.costs.map((cost) => costItem(cost, split(cost.address, byName).address)),
      (cost) => [cost.stack, cost.part, cost.address, cost.item, cost.usage],
    ),
    forgotten: sorted(
      raw.facts.forgotten.map((address) => split(address, byName)),
      byPlace,
    ),
  };
}
function flowFact({ stack, from, to, protocol, port, state: state2, name }) {
  return { stack, from, to, protocol, port, state: state2, name };
}
function costItem({ stack, part, item, minimum, desired, maximum, usage }, address) {
  return { stack, part, address, item, minimum, desired, maximum, usage };
}
function inOwnStack(text2, stack) {
  return stack === '' ? text2 : text2.replaceAll(`${stack}::`, '');
}
function outcomeOf(answer, enforcement) {
  return enforcement === 'off'
    ? 'off'
    : answer.deny.length > 0
      ? 'denied'
      : answer.undecided.length > 0
        ? 'undecided'
        : answer.checked.length > 0
          ? 'passed'
          : 'not-applicable';
}
function requireSameRules(reported, catalog) {
  let known = new Set(catalog.map((info) => info.rule)),
    answered = new Set(reported),
    silent = [...known].filter((rule) => !answered.has(rule)),
    unknown = reported.filter((rule) => !known.has(rule));
  if (silent.length === 0 && unknown.length === 0) return;
  let parts = [
    ...silent.map((rule) => `${rule} is in the catalog and did not report`),
    ...unknown.map((rule) => `${rule} reported and is not in the catalog`),
  ];
  throw new CouldNotJudge(
    `The rules that reported are not the rules of the catalog: ${parts.sort().join('; ')}.`,
    'A rule that does not report looks exactly like one that found nothing wrong.',
    'Run `npm run policies`; a rule exports checked, deny and undecided and has METADATA with scope package.',
  );
}
function requireSameDocuments(raw, stacks) {
  let names = new Set([...Object.keys(raw.documents), ...stacks.map((stack) => stack.name)]);
  for (let name of names) {
    let seen = raw.documents[name]?.resources,
      read2 = stacks.find((stack) => stack.name === name)?.resources;
    if (seen !== read2)
      throw new CouldNotJudge(
        `The policy saw ${String(seen ?? 'no')} resources where the reader found ${String(read2 ?? 'none')}.`,
        'What the policy does not see it cannot refuse.',
        'This is a defect of the gate: please report it with the input that caused it.',
        name,
      );
  }
  return stacks.length === 0
    ? [nothing('')]
    : stacks.filter((stack) => stack.resources === 0).map((stack) => nothing(stack.name));
}
function nothing(stack) {
  return {
    stack,
    what: stack === '' ? 'There is no stack to judge.' : 'The stack has no resources.',
    why: 'Where nothing was seen, nothing was found to be right either.',
    fix: 'Check that the app adds its resources to the stack, or remove the stack.',
  };
}
function policyProblem({ stack, message }) {
  return {
    stack,
    what: message,
    why: 'The policies could not see all of it, so a pass would be a guess.',
    fix: 'Rewrite that part so that it can be judged, or judge the plan: `terraform show -json`.',
  };
}
function split(address, stacks) {
  for (let at = address.lastIndexOf('::'); at > 0; at = address.lastIndexOf('::', at - 1)) {
    let stack = address.slice(0, at);
    if (stacks.has(stack)) return { stack, address: address.slice(at + 2) };
  }
  return { stack: '', address };
}
function worstFirst(entry) {
  return [String(SEVERITIES.indexOf(entry.severity)), entry.id, entry.stack, entry.address, entry.path, entry.message];
}
function byPlace(place4) {
  return [place4.stack, place4.address];
}
var TIERS = ['internet', 'alb', 'app', 'db', 'endpoint'];
function tierOrder(tier2) {
  return String(TIERS.indexOf(tier2) + 1);
}
function pad(port) {
  return String(port).padStart(6, '0');
}
function sorted(entries, key) {
  return entries
    .map((entry) => ({ entry, key: key(entry).join('\0') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}
var import_node_fs4 = require('node:fs'),
  import_node_path3 = require('node:path'),
  import_compiled_schemas = __toESM(require_compiled_schemas());
function createScanner(text2, ignoreTrivia = !1) {
  let len = text2.length,
    pos = 0,
    value = '',
    tokenOffset = 0,
    token = 16,
    lineNumber = 0,
    lineStartOffset = 0,
    tokenLineStartOffset = 0,
    prevTokenLineStartOffset = 0,
    scanError = 0;
  function scanHexDigits(count2, exact) {
    let digits = 0,
      value2 = 0;
    for (; digits < count2 || !exact;) {
      let ch = text2.charCodeAt(pos);
      if (ch >= 48 && ch <= 57) value2 = value2 * 16 + ch - 48;
      else if (ch >= 65 && ch <= 70) value2 = value2 * 16 + ch - 65 + 10;
      else if (ch >= 97 && ch <= 102) value2 = value2 * 16 + ch - 97 + 10;
      else break;
      (pos++, digits++);
    }
    return (digits < count2 && (value2 = -1), value2);
  }
  function setPosition(newPosition) {
    ((pos = newPosition), (value = ''), (tokenOffset = 0), (token = 16), (scanError = 0));
  }
  function scanNumber() {
    let start = pos;
    if (text2.charCodeAt(pos) === 48) pos++;
    else for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos));) pos++;
    if (pos < text2.length && text2.charCodeAt(pos) === 46)
      if ((pos++, pos < text2.length && isDigit(text2.charCodeAt(pos))))
        for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos));) pos++;
      else return ((scanError = 3), text2.substring(start, pos));
    let end = pos;
    if (pos < text2.length && (text2.charCodeAt(pos) === 69 || text2.charCodeAt(pos) === 101))
      if (
        (pos++,
        ((pos < text2.length && text2.charCodeAt(pos) === 43) || text2.charCodeAt(pos) === 45) && pos++,
        pos < text2.length && isDigit(text2.charCodeAt(pos)))
      ) {
        for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos));) pos++;
        end = pos;
      } else scanError = 3;
    return text2.substring(start, end);
  }
  function scanString() {
    let result2 = '',
      start = pos;
    for (;;) {
      if (pos >= len) {
        ((result2 += text2.substring(start, pos)), (scanError = 2));
        break;
      }
      let ch = text2.charCodeAt(pos);
      if (ch === 34) {
        ((result2 += text2.substring(start, pos)), pos++);
        break;
      }
      if (ch === 92) {
        if (((result2 += text2.substring(start, pos)), pos++, pos >= len)) {
          scanError = 2;
          break;
        }
        switch (text2.charCodeAt(pos++)) {
          case 34:
            result2 += '"';
            break;
          case 92:
            result2 += '\\';
            break;
          case 47:
            result2 += '/';
            break;
          case 98:
            result2 += '\b';
            break;
          case 102:
            result2 += '\f';
            break;
          case 110:
            result2 += `
`;
            break;
          case 114:
            result2 += '\r';
            break;
          case 116:
            result2 += '	';
            break;
          case 117:
            let ch3 = scanHexDigits(4, !0);
            ch3 >= 0 ? (result2 += String.fromCharCode(ch3)) : (scanError = 4);
            break;
          default:
            scanError = 5;
        }
        start = pos;
        continue;
      }
      if (ch >= 0 && ch <= 31)
        if (isLineBreak(ch)) {
          ((result2 += text2.substring(start, pos)), (scanError = 2));
          break;
        } else scanError = 6;
      pos++;
    }
    return result2;
  }
  function scanNext() {
    if (
      ((value = ''),
      (scanError = 0),
      (tokenOffset = pos),
      (lineStartOffset = lineNumber),
      (prevTokenLineStartOffset = tokenLineStartOffset),
      pos >= len)
    )
      return ((tokenOffset = len), (token = 17));
    let code2 = text2.charCodeAt(pos);
    if (isWhiteSpace(code2)) {
      do (pos++, (value += String.fromCharCode(code2)), (code2 = text2.charCodeAt(pos)));
      while (isWhiteSpace(code2));
      return (token = 15);
    }
    if (isLineBreak(code2))
      return (
        pos++,
        (value += String.fromCharCode(code2)),
        code2 === 13 &&
          text2.charCodeAt(pos) === 10 &&
          (pos++,
          (value += `
`)),
        lineNumber++,
        (tokenLineStartOffset = pos),
        (token = 14)
      );
    switch (code2) {
      case 123:
        return (pos++, (token = 1));
      case 125:
        return (pos++, (token = 2));
      case 91:
        return (pos++, (token = 3));
      case 93:
        return (pos++, (token = 4));
      case 58:
        return (pos++, (token = 6));
      case 44:
        return (pos++, (token = 5));
      case 34:
        return (pos++, (value = scanString()), (token = 10));
      case 47:
        let start = pos - 1;
        if (text2.charCodeAt(pos + 1) === 47) {
          for (pos += 2; pos < len && !isLineBreak(text2.charCodeAt(pos));) pos++;
          return ((value = text2.substring(start, pos)), (token = 12));
        }
        if (text2.charCodeAt(pos + 1) === 42) {
          pos += 2;
          let safeLength = len - 1,
            commentClosed = !1;
          for (; pos < safeLength;) {
            let ch = text2.charCodeAt(pos);
            if (ch === 42 && text2.charCodeAt(pos + 1) === 47) {
              ((pos += 2), (commentClosed = !0));
              break;
            }
            (pos++,
              isLineBreak(ch) &&
                (ch === 13 && text2.charCodeAt(pos) === 10 && pos++, lineNumber++, (tokenLineStartOffset = pos)));
          }
          return (commentClosed || (pos++, (scanError = 1)), (value = text2.substring(start, pos)), (token = 13));
        }
        return ((value += String.fromCharCode(code2)), pos++, (token = 16));
      case 45:
        if (((value += String.fromCharCode(code2)), pos++, pos === len || !isDigit(text2.charCodeAt(pos))))
          return (token = 16);
      case 48:
      case 49:
      case 50:
      case 51:
      case 52:
      case 53:
      case 54:
      case 55:
      case 56:
      case 57:
        return ((value += scanNumber()), (token = 11));
      default:
        for (; pos < len && isUnknownContentCharacter(code2);) (pos++, (code2 = text2.charCodeAt(pos)));
        if (tokenOffset !== pos) {
          switch (((value = text2.substring(tokenOffset, pos)), value)) {
            case 'true':
              return (token = 8);
            case 'false':
              return (token = 9);
            case 'null':
              return (token = 7);
          }
          return (token = 16);
        }
        return ((value += String.fromCharCode(code2)), pos++, (token = 16));
    }
  }
  function isUnknownContentCharacter(code2) {
    if (isWhiteSpace(code2) || isLineBreak(code2)) return !1;
    switch (code2) {
      case 125:
      case 93:
      case 123:
      case 91:
      case 34:
      case 58:
      case 44:
      case 47:
        return !1;
    }
    return !0;
  }
  function scanNextNonTrivia() {
    let result2;
    do result2 = scanNext();
    while (result2 >= 12 && result2 <= 15);
    return result2;
  }
  return {
    setPosition,
    getPosition: () => pos,
    scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
    getToken: () => token,
    getTokenValue: () => value,
    getTokenOffset: () => tokenOffset,
    getTokenLength: () => pos - tokenOffset,
    getTokenStartLine: () => lineStartOffset,
    getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
    getTokenError: () => scanError,
  };
}
function isWhiteSpace(ch) {
  return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
  return ch === 10 || ch === 13;
}
function isDigit(ch) {
  return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function (CharacterCodes2) {
  ((CharacterCodes2[(CharacterCodes2.lineFeed = 10)] = 'lineFeed'),
    (CharacterCodes2[(CharacterCodes2.carriageReturn = 13)] = 'carriageReturn'),
    (CharacterCodes2[(CharacterCodes2.space = 32)] = 'space'),
    (CharacterCodes2[(CharacterCodes2._0 = 48)] = '_0'),
    (CharacterCodes2[(CharacterCodes2._1 = 49)] = '_1'),
    (CharacterCodes2[(CharacterCodes2._2 = 50)] = '_2'),
    (CharacterCodes2[(CharacterCodes2._3 = 51)] = '_3'),
    (CharacterCodes2[(CharacterCodes2._4 = 52)] = '_4'),
    (CharacterCodes2[(CharacterCodes2._5 = 53)] = '_5'),
    (CharacterCodes2[(CharacterCodes2._6 = 54)] = '_6'),
    (CharacterCodes2[(CharacterCodes2._7 = 55)] = '_7'),
    (CharacterCodes2[(CharacterCodes2._8 = 56)] = '_8'),
    (CharacterCodes2[(CharacterCodes2._9 = 57)] = '_9'),
    (CharacterCodes2[(CharacterCodes2.a = 97)] = 'a'),
    (CharacterCodes2[(CharacterCodes2.b = 98)] = 'b'),
    (CharacterCodes2[(CharacterCodes2.c = 99)] = 'c'),
    (CharacterCodes2[(CharacterCodes2.d = 100)] = 'd'),
    (CharacterCodes2[(CharacterCodes2.e = 101)] = 'e'),
    (CharacterCodes2[(CharacterCodes2.f = 102)] = 'f'),
    (CharacterCodes2[(CharacterCodes2.g = 103)] = 'g'),
    (CharacterCodes2[(CharacterCodes2.h = 104)] = 'h'),
    (CharacterCodes2[(CharacterCodes2.i = 105)] = 'i'),
    (CharacterCodes2[(CharacterCodes2.j = 106)] = 'j'),
    (CharacterCodes2[(CharacterCodes2.k = 107)] = 'k'),
    (CharacterCodes2[(CharacterCodes2.l = 108)] = 'l'),
    (CharacterCodes2[(CharacterCodes2.m = 109)] = 'm'),
    (CharacterCodes2[(CharacterCodes2.n = 110)] = 'n'),
    (CharacterCodes2[(CharacterCodes2.o = 111)] = 'o'),
    (CharacterCodes2[(CharacterCodes2.p = 112)] = 'p'),
    (CharacterCodes2[(CharacterCodes2.q = 113)] = 'q'),
    (CharacterCodes2[(CharacterCodes2.r = 114)] = 'r'),
    (CharacterCodes2[(CharacterCodes2.s = 115)] = 's'),
    (CharacterCodes2[(CharacterCodes2.t = 116)] = 't'),
    (CharacterCodes2[(CharacterCodes2.u = 117)] = 'u'),
    (CharacterCodes2[(CharacterCodes2.v = 118)] = 'v'),
    (CharacterCodes2[(CharacterCodes2.w = 119)] = 'w'),
    (CharacterCodes2[(CharacterCodes2.x = 120)] = 'x'),
    (CharacterCodes2[(CharacterCodes2.y = 121)] = 'y'),
    (CharacterCodes2[(CharacterCodes2.z = 122)] = 'z'),
    (CharacterCodes2[(CharacterCodes2.A = 65)] = 'A'),
    (CharacterCodes2[(CharacterCodes2.B = 66)] = 'B'),
    (CharacterCodes2[(CharacterCodes2.C = 67)] = 'C'),
    (CharacterCodes2[(CharacterCodes2.D = 68)] = 'D'),
    (CharacterCodes2[(CharacterCodes2.E = 69)] = 'E'),
    (CharacterCodes2[(CharacterCodes2.F = 70)] = 'F'),
    (CharacterCodes2[(CharacterCodes2.G = 71)] = 'G'),
    (CharacterCodes2[(CharacterCodes2.H = 72)] = 'H'),
    (CharacterCodes2[(CharacterCodes2.I = 73)] = 'I'),
    (CharacterCodes2[(CharacterCodes2.J = 74)] = 'J'),
    (CharacterCodes2[(CharacterCodes2.K = 75)] = 'K'),
    (CharacterCodes2[(CharacterCodes2.L = 76)] = 'L'),
    (CharacterCodes2[(CharacterCodes2.M = 77)] = 'M'),
    (CharacterCodes2[(CharacterCodes2.N = 78)] = 'N'),
    (CharacterCodes2[(CharacterCodes2.O = 79)] = 'O'),
    (CharacterCodes2[(CharacterCodes2.P = 80)] = 'P'),
    (CharacterCodes2[(CharacterCodes2.Q = 81)] = 'Q'),
    (CharacterCodes2[(CharacterCodes2.R = 82)] = 'R'),
    (CharacterCodes2[(CharacterCodes2.S = 83)] = 'S'),
    (CharacterCodes2[(CharacterCodes2.T = 84)] = 'T'),
    (CharacterCodes2[(CharacterCodes2.U = 85)] = 'U'),
    (CharacterCodes2[(CharacterCodes2.V = 86)] = 'V'),
    (CharacterCodes2[(CharacterCodes2.W = 87)] = 'W'),
    (CharacterCodes2[(CharacterCodes2.X = 88)] = 'X'),
    (CharacterCodes2[(CharacterCodes2.Y = 89)] = 'Y'),
    (CharacterCodes2[(CharacterCodes2.Z = 90)] = 'Z'),
    (CharacterCodes2[(CharacterCodes2.asterisk = 42)] = 'asterisk'),
    (CharacterCodes2[(CharacterCodes2.backslash = 92)] = 'backslash'),
    (CharacterCodes2[(CharacterCodes2.closeBrace = 125)] = 'closeBrace'),
    (CharacterCodes2[(CharacterCodes2.closeBracket = 93)] = 'closeBracket'),
    (CharacterCodes2[(CharacterCodes2.colon = 58)] = 'colon'),
    (CharacterCodes2[(CharacterCodes2.comma = 44)] = 'comma'),
    (CharacterCodes2[(CharacterCodes2.dot = 46)] = 'dot'),
    (CharacterCodes2[(CharacterCodes2.doubleQuote = 34)] = 'doubleQuote'),
    (CharacterCodes2[(CharacterCodes2.minus = 45)] = 'minus'),
    (CharacterCodes2[(CharacterCodes2.openBrace = 123)] = 'openBrace'),
    (CharacterCodes2[(CharacterCodes2.openBracket = 91)] = 'openBracket'),
    (CharacterCodes2[(CharacterCodes2.plus = 43)] = 'plus'),
    (CharacterCodes2[(CharacterCodes2.slash = 47)] = 'slash'),
    (CharacterCodes2[(CharacterCodes2.formFeed = 12)] = 'formFeed'),
    (CharacterCodes2[(CharacterCodes2.tab = 9)] = 'tab'));
})(CharacterCodes || (CharacterCodes = {}));
var cachedSpaces = new Array(20).fill(0).map((_, index) => ' '.repeat(index)),
  maxCachedValues = 200,
  cachedBreakLinesWithSpaces = {
    ' ': {
      '\n': new Array(maxCachedValues).fill(0).map(
        (_, index) =>
          `
` + ' '.repeat(index),
      ),
      '\r': new Array(maxCachedValues).fill(0).map((_, index) => '\r' + ' '.repeat(index)),
      '\r\n': new Array(maxCachedValues).fill(0).map(
        (_, index) =>
          `\r
` + ' '.repeat(index),
      ),
    },
    '	': {
      '\n': new Array(maxCachedValues).fill(0).map(
        (_, index) =>
          `
` + '	'.repeat(index),
      ),
      '\r': new Array(maxCachedValues).fill(0).map((_, index) => '\r' + '	'.repeat(index)),
      '\r\n': new Array(maxCachedValues).fill(0).map(
        (_, index) =>
          `\r
` + '	'.repeat(index),
      ),
    },
  };
var ParseOptions;
(function (ParseOptions2) {
  ParseOptions2.DEFAULT = { allowTrailingComma: !1 };
})(ParseOptions || (ParseOptions = {}));
function parseTree(text2, errors = [], options = ParseOptions.DEFAULT) {
  let currentParent = { type: 'array', offset: -1, length: -1, children: [], parent: void 0 };
  function ensurePropertyComplete(endOffset) {
    currentParent.type === 'property' &&
      ((currentParent.length = endOffset - currentParent.offset), (currentParent = currentParent.parent));
  }
  function onValue(valueNode) {
    return (currentParent.children.push(valueNode), valueNode);
  }
  visit(
    text2,
    {
      onObjectBegin: (offset) => {
        currentParent = onValue({ type: 'object', offset, length: -1, parent: currentParent, children: [] });
      },
      onObjectProperty: (name, offset, length) => {
        ((currentParent = onValue({ type: 'property', offset, length: -1, parent: currentParent, children: [] })),
          currentParent.children.push({ type: 'string', value: name, offset, length, parent: currentParent }));
      },
      onObjectEnd: (offset, length) => {
        (ensurePropertyComplete(offset + length),
          (currentParent.length = offset + length - currentParent.offset),
          (currentParent = currentParent.parent),
          ensurePropertyComplete(offset + length));
      },
      onArrayBegin: (offset, length) => {
        currentParent = onValue({ type: 'array', offset, length: -1, parent: currentParent, children: [] });
      },
      onArrayEnd: (offset, length) => {
        ((currentParent.length = offset + length - currentParent.offset),
          (currentParent = currentParent.parent),
          ensurePropertyComplete(offset + length));
      },
      onLiteralValue: (value, offset, length) => {
        (onValue({ type: getNodeType(value), offset, length, parent: currentParent, value }),
          ensurePropertyComplete(offset + length));
      },
      onSeparator: (sep2, offset, length) => {
        currentParent.type === 'property' &&
          (sep2 === ':' ? (currentParent.colonOffset = offset) : sep2 === ',' && ensurePropertyComplete(offset));
      },
      onError: (error, offset, length) => {
        errors.push({ error, offset, length });
      },
    },
    options,
  );
  let result2 = currentParent.children[0];
  return (result2 && delete result2.parent, result2);
}
function findNodeAtLocation(root, path) {
  if (!root) return;
  let node = root;
  for (let segment of path)
    if (typeof segment == 'string') {
      if (node.type !== 'object' || !Array.isArray(node.children)) return;
      let found = !1;
      for (let propertyNode of node.children)
        if (
          Array.isArray(propertyNode.children) &&
          propertyNode.children[0].value === segment &&
          propertyNode.children.length === 2
        ) {
          ((node = propertyNode.children[1]), (found = !0));
          break;
        }
      if (!found) return;
    } else {
      let index = segment;
      if (node.type !== 'array' || index < 0 || !Array.isArray(node.children) || index >= node.children.length) return;
      node = node.children[index];
    }
  return node;
}
function visit(text2, visitor, options = ParseOptions.DEFAULT) {
  let _scanner = createScanner(text2, !1),
    _jsonPath = [],
    suppressedCallbacks = 0;
  function toNoArgVisit(visitFunction) {
    return visitFunction
      ? () =>
          suppressedCallbacks === 0 &&
          visitFunction(
            _scanner.getTokenOffset(),
            _scanner.getTokenLength(),
            _scanner.getTokenStartLine(),
            _scanner.getTokenStartCharacter(),
          )
      : () => !0;
  }
  function toOneArgVisit(visitFunction) {
    return visitFunction
      ? (arg) =>
          suppressedCallbacks === 0 &&
          visitFunction(
            arg,
            _scanner.getTokenOffset(),
            _scanner.getTokenLength(),
            _scanner.getTokenStartLine(),
            _scanner.getTokenStartCharacter(),
          )
      : () => !0;
  }
  function toOneArgVisitWithPath(visitFunction) {
    return visitFunction
      ? (arg) =>
          suppressedCallbacks === 0 &&
          visitFunction(
            arg,
            _scanner.getTokenOffset(),
            _scanner.getTokenLength(),
            _scanner.getTokenStartLine(),
            _scanner.getTokenStartCharacter(),
            () => _jsonPath.slice(),
          )
      : () => !0;
  }
  function toBeginVisit(visitFunction) {
    return visitFunction
      ? () => {
          suppressedCallbacks > 0
            ? suppressedCallbacks++
            : visitFunction(
                _scanner.getTokenOffset(),
                _scanner.getTokenLength(),
                _scanner.getTokenStartLine(),
                _scanner.getTokenStartCharacter(),
                () => _jsonPath.slice(),
              ) === !1 && (suppressedCallbacks = 1);
        }
      : () => !0;
  }
  function toEndVisit(visitFunction) {
    return visitFunction
      ? () => {
          (suppressedCallbacks > 0 && suppressedCallbacks--,
            suppressedCallbacks === 0 &&
              visitFunction(
                _scanner.getTokenOffset(),
                _scanner.getTokenLength(),
                _scanner.getTokenStartLine(),
                _scanner.getTokenStartCharacter(),
              ));
        }
      : () => !0;
  }
  let onObjectBegin = toBeginVisit(visitor.onObjectBegin),
    onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty),
    onObjectEnd = toEndVisit(visitor.onObjectEnd),
    onArrayBegin = toBeginVisit(visitor.onArrayBegin),
    onArrayEnd = toEndVisit(visitor.onArrayEnd),
    onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue),
    onSeparator = toOneArgVisit(visitor.onSeparator),
    onComment = toNoArgVisit(visitor.onComment),
    onError = toOneArgVisit(visitor.onError),
    disallowComments = options && options.disallowComments,
    allowTrailingComma = options && options.allowTrailingComma;
  function scanNext() {
    for (;;) {
      let token = _scanner.scan();
      switch (_scanner.getTokenError()) {
        case 4:
          handleError(14);
          break;
        case 5:
          handleError(15);
          break;
        case 3:
          handleError(13);
          break;
        case 1:
          disallowComments || handleError(11);
          break;
        case 2:
          handleError(12);
          break;
        case 6:
          handleError(16);
          break;
      }
      switch (token) {
        case 12:
        case 13:
          disallowComments ? handleError(10) : onComment();
          break;
        case 16:
          handleError(1);
          break;
        case 15:
        case 14:
          break;
        default:
          return token;
      }
    }
  }
  function handleError(error, skipUntilAfter = [], skipUntil = []) {
    if ((onError(error), skipUntilAfter.length + skipUntil.length > 0)) {
      let token = _scanner.getToken();
      for (; token !== 17;) {
        if (skipUntilAfter.indexOf(token) !== -1) {
          scanNext();
          break;
        } else if (skipUntil.indexOf(token) !== -1) break;
        token = scanNext();
      }
    }
  }
  function parseString(isValue) {
    let value = _scanner.getTokenValue();
    return (isValue ? onLiteralValue(value) : (onObjectProperty(value), _jsonPath.push(value)), scanNext(), !0);
  }
  function parseLiteral() {
    switch (_scanner.getToken()) {
      case 11:
        let tokenValue = _scanner.getTokenValue(),
          value = Number(tokenValue);
        (isNaN(value) && (handleError(2), (value = 0)), onLiteralValue(value));
        break;
      case 7:
        onLiteralValue(null);
        break;
      case 8:
        onLiteralValue(!0);
        break;
      case 9:
        onLiteralValue(!1);
        break;
      default:
        return !1;
    }
    return (scanNext(), !0);
  }
  function parseProperty() {
    return _scanner.getToken() !== 10
      ? (handleError(3, [], [2, 5]), !1)
      : (parseString(!1),
        _scanner.getToken() === 6
          ? (onSeparator(':'), scanNext(), parseValue() || handleError(4, [], [2, 5]))
          : handleError(5, [], [2, 5]),
        _jsonPath.pop(),
        !0);
  }
  function parseObject() {
    (onObjectBegin(), scanNext());
    let needsComma = !1;
    for (; _scanner.getToken() !== 2 && _scanner.getToken() !== 17;) {
      if (_scanner.getToken() === 5) {
        if (
          (needsComma || handleError(4, [], []),
          onSeparator(','),
          scanNext(),
          _scanner.getToken() === 2 && allowTrailingComma)
        )
          break;
      } else needsComma && handleError(6, [], []);
      (parseProperty() || handleError(4, [], [2, 5]), (needsComma = !0));
    }
    return (onObjectEnd(), _scanner.getToken() !== 2 ? handleError(7, [2], []) : scanNext(), !0);
  }
  function parseArray() {
    (onArrayBegin(), scanNext());
    let isFirstElement = !0,
      needsComma = !1;
    for (; _scanner.getToken() !== 4 && _scanner.getToken() !== 17;) {
      if (_scanner.getToken() === 5) {
        if (
          (needsComma || handleError(4, [], []),
          onSeparator(','),
          scanNext(),
          _scanner.getToken() === 4 && allowTrailingComma)
        )
          break;
      } else needsComma && handleError(6, [], []);
      (isFirstElement ? (_jsonPath.push(0), (isFirstElement = !1)) : _jsonPath[_jsonPath.length - 1]++,
        parseValue() || handleError(4, [], [4, 5]),
        (needsComma = !0));
    }
    return (
      onArrayEnd(),
      isFirstElement || _jsonPath.pop(),
      _scanner.getToken() !== 4 ? handleError(8, [4], []) : scanNext(),
      !0
    );
  }
  function parseValue() {
    switch (_scanner.getToken()) {
      case 3:
        return parseArray();
      case 1:
        return parseObject();
      case 10:
        return parseString(!0);
      default:
        return parseLiteral();
    }
  }
  return (
    scanNext(),
    _scanner.getToken() === 17
      ? options.allowEmptyContent
        ? !0
        : (handleError(4, [], []), !1)
      : parseValue()
        ? (_scanner.getToken() !== 17 && handleError(9, [], []), !0)
        : (handleError(4, [], []), !1)
  );
}
function getNodeType(value) {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'object': {
      if (value) {
        if (Array.isArray(value)) return 'array';
      } else return 'null';
      return 'object';
    }
    default:
      return 'null';
  }
}
var ScanError;
(function (ScanError2) {
  ((ScanError2[(ScanError2.None = 0)] = 'None'),
    (ScanError2[(ScanError2.UnexpectedEndOfComment = 1)] = 'UnexpectedEndOfComment'),
    (ScanError2[(ScanError2.UnexpectedEndOfString = 2)] = 'UnexpectedEndOfString'),
    (ScanError2[(ScanError2.UnexpectedEndOfNumber = 3)] = 'UnexpectedEndOfNumber'),
    (ScanError2[(ScanError2.InvalidUnicode = 4)] = 'InvalidUnicode'),
    (ScanError2[(ScanError2.InvalidEscapeCharacter = 5)] = 'InvalidEscapeCharacter'),
    (ScanError2[(ScanError2.InvalidCharacter = 6)] = 'InvalidCharacter'));
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function (SyntaxKind2) {
  ((SyntaxKind2[(SyntaxKind2.OpenBraceToken = 1)] = 'OpenBraceToken'),
    (SyntaxKind2[(SyntaxKind2.CloseBraceToken = 2)] = 'CloseBraceToken'),
    (SyntaxKind2[(SyntaxKind2.OpenBracketToken = 3)] = 'OpenBracketToken'),
    (SyntaxKind2[(SyntaxKind2.CloseBracketToken = 4)] = 'CloseBracketToken'),
    (SyntaxKind2[(SyntaxKind2.CommaToken = 5)] = 'CommaToken'),
    (SyntaxKind2[(SyntaxKind2.ColonToken = 6)] = 'ColonToken'),
    (SyntaxKind2[(SyntaxKind2.NullKeyword = 7)] = 'NullKeyword'),
    (SyntaxKind2[(SyntaxKind2.TrueKeyword = 8)] = 'TrueKeyword'),
    (SyntaxKind2[(SyntaxKind2.FalseKeyword = 9)] = 'FalseKeyword'),
    (SyntaxKind2[(SyntaxKind2.StringLiteral = 10)] = 'StringLiteral'),
    (SyntaxKind2[(SyntaxKind2.NumericLiteral = 11)] = 'NumericLiteral'),
    (SyntaxKind2[(SyntaxKind2.LineCommentTrivia = 12)] = 'LineCommentTrivia'),
    (SyntaxKind2[(SyntaxKind2.BlockCommentTrivia = 13)] = 'BlockCommentTrivia'),
    (SyntaxKind2[(SyntaxKind2.LineBreakTrivia = 14)] = 'LineBreakTrivia'),
    (SyntaxKind2[(SyntaxKind2.Trivia = 15)] = 'Trivia'),
    (SyntaxKind2[(SyntaxKind2.Unknown = 16)] = 'Unknown'),
    (SyntaxKind2[(SyntaxKind2.EOF = 17)] = 'EOF'));
})(SyntaxKind || (SyntaxKind = {}));
var parseTree2 = parseTree,
  findNodeAtLocation2 = findNodeAtLocation;
var visit2 = visit;
var ParseErrorCode;
(function (ParseErrorCode2) {
  ((ParseErrorCode2[(ParseErrorCode2.InvalidSymbol = 1)] = 'InvalidSymbol'),
    (ParseErrorCode2[(ParseErrorCode2.InvalidNumberFormat = 2)] = 'InvalidNumberFormat'),
    (ParseErrorCode2[(ParseErrorCode2.PropertyNameExpected = 3)] = 'PropertyNameExpected'),
    (ParseErrorCode2[(ParseErrorCode2.ValueExpected = 4)] = 'ValueExpected'),
    (ParseErrorCode2[(ParseErrorCode2.ColonExpected = 5)] = 'ColonExpected'),
    (ParseErrorCode2[(ParseErrorCode2.CommaExpected = 6)] = 'CommaExpected'),
    (ParseErrorCode2[(ParseErrorCode2.CloseBraceExpected = 7)] = 'CloseBraceExpected'),
    (ParseErrorCode2[(ParseErrorCode2.CloseBracketExpected = 8)] = 'CloseBracketExpected'),
    (ParseErrorCode2[(ParseErrorCode2.EndOfFileExpected = 9)] = 'EndOfFileExpected'),
    (ParseErrorCode2[(ParseErrorCode2.InvalidCommentToken = 10)] = 'InvalidCommentToken'),
    (ParseErrorCode2[(ParseErrorCode2.UnexpectedEndOfComment = 11)] = 'UnexpectedEndOfComment'),
    (ParseErrorCode2[(ParseErrorCode2.UnexpectedEndOfString = 12)] = 'UnexpectedEndOfString'),
    (ParseErrorCode2[(ParseErrorCode2.UnexpectedEndOfNumber = 13)] = 'UnexpectedEndOfNumber'),
    (ParseErrorCode2[(ParseErrorCode2.InvalidUnicode = 14)] = 'InvalidUnicode'),
    (ParseErrorCode2[(ParseErrorCode2.InvalidEscapeCharacter = 15)] = 'InvalidEscapeCharacter'),
    (ParseErrorCode2[(ParseErrorCode2.InvalidCharacter = 16)] = 'InvalidCharacter'));
})(ParseErrorCode || (ParseErrorCode = {}));
function printParseErrorCode(code2) {
  switch (code2) {
    case 1:
      return 'InvalidSymbol';
    case 2:
      return 'InvalidNumberFormat';
    case 3:
      return 'PropertyNameExpected';
    case 4:
      return 'ValueExpected';
    case 5:
      return 'ColonExpected';
    case 6:
      return 'CommaExpected';
    case 7:
      return 'CloseBraceExpected';
    case 8:
      return 'CloseBracketExpected';
    case 9:
      return 'EndOfFileExpected';
    case 10:
      return 'InvalidCommentToken';
    case 11:
      return 'UnexpectedEndOfComment';
    case 12:
      return 'UnexpectedEndOfString';
    case 13:
      return 'UnexpectedEndOfNumber';
    case 14:
      return 'InvalidUnicode';
    case 15:
      return 'InvalidEscapeCharacter';
    case 16:
      return 'InvalidCharacter';
  }
  return '<unknown ParseErrorCode>';
}
function parseLocated(path, text2) {
  let root = strictTree(path, text2);
  return {
    path,
    content: JSON.parse(text2),
    at: (pointer) => place(path, text2, (find(root, pointer) ?? root).offset),
  };
}
function strictTree(path, text2) {
  let errors = [],
    root = parseTree2(text2, errors, { disallowComments: !0, allowTrailingComma: !1 }),
    [first] = errors;
  if (root === void 0 || first !== void 0) {
    let words = first === void 0 ? 'it is empty' : inWords(printParseErrorCode(first.error));
    throw new Error(`${place(path, text2, first?.offset ?? 0)} ${words}`);
  }
  let twice = duplicate(root);
  if (twice !== void 0)
    throw new Error(`${place(path, text2, twice.offset)} ${JSON.stringify(twice.value)} is there twice`);
  return root;
}
function find(root, pointer) {
  let node = root;
  for (let step of pointer.split('/').slice(1)) {
    if (node === void 0) return;
    let member = step.replaceAll('~1', '/').replaceAll('~0', '~');
    node = findNodeAtLocation2(node, [node.type === 'array' ? Number(member) : member]);
  }
  return node?.parent?.type === 'property' ? node.parent : node;
}
function duplicate(node) {
  let seen = new Set();
  for (let child of node.children ?? []) {
    let name = child.type === 'property' ? child.children?.[0] : void 0;
    if (name !== void 0 && seen.size === seen.add(name.value).size) return name;
    let below = duplicate(child);
    if (below !== void 0) return below;
  }
}
function inWords(code2) {
  return code2.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
function place(path, text2, offset) {
  let lines = text2.slice(0, offset).split(`
`);
  return `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
var WAIVERS = 'waivers',
  WHY2 = 'A rule whose threshold is missing or misspelt would silently find nothing.';
function loadSettings(directory, names, catalog, overrides, waivers) {
  let data = {},
    files = new Map(),
    all = [...new Set([...names, ...namesIn(directory), ...(waivers === void 0 ? [] : [WAIVERS])])],
    replaced = overrides === void 0 ? new Set() : overridden(overrides, all);
  for (let name of all) {
    let path = (0, import_node_path3.join)(replaced.has(name) ? (overrides ?? directory) : directory, `${name}.json`),
      why = name === WAIVERS ? WAIVERS_WHY : WHY2,
      file =
        name === WAIVERS && waivers !== void 0
          ? parseSettings(waivers, readNamed(waivers, why), why)
          : parseSettings(path, readText(path, why), why);
    validate(file, (0, import_node_path3.join)(directory, `${name}.schema.json`), why);
    let value = isObject(file.content) ? file.content[name] : void 0;
    if (value === void 0) throw invalid(`${file.path} has no member ${name}.`, `Write {"${name}": \u2026}.`, why);
    ((data[name] = value), files.set(name, file));
  }
  let waived = files.get(WAIVERS);
  return {
    data,
    enforcement: enforcementOf(files.get('enforcement'), data.enforcement, catalog),
    ...(waived === void 0 ? {} : { waivers: waived }),
  };
}
function validate(file, schema, why) {
  let text2 = readText(schema, why),
    compiled = import_compiled_schemas.compiledSchemas[sha256(text2)];
  if (compiled?.(file.content) === !0) return;
  let { content } = parseSettings(schema, text2, why);
  if (!isObject(content)) throw invalid(`${schema} is no schema.`, 'Write a JSON Schema.', why);
  let { Ajv2020: Ajv } = require__(),
    validator = new Ajv({ allErrors: !0, verbose: !0, validateSchema: !1 }).compile(content);
  if (validator(file.content)) return;
  let errors = (validator.errors ?? []).map((error) => `  ${explain(error, file)}`);
  throw invalid(
    [`${file.path} is not valid:`, ...errors].join(`
`),
    `Correct the file; ${schema} says what is allowed.`,
    why,
  );
}
function namesIn(directory) {
  return entriesOf(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/(\.schema)?\.json$/, ''));
}
function entriesOf(directory) {
  try {
    return (0, import_node_fs4.readdirSync)(directory);
  } catch {
    let state2 = (0, import_node_fs4.existsSync)(directory) ? 'is no directory that can be read' : 'does not exist';
    throw invalid(`${directory} ${state2}.`, 'Restore the settings, or name their directory.');
  }
}
function overridden(directory, names) {
  let allowed = names.map((name) => `${name}.json`),
    entries = entriesOf(directory).filter((entry) => !/^\.|\.md$|\.schema\.json$/.test(entry));
  for (let entry of entries)
    if (!allowed.includes(entry))
      throw invalid(
        `${(0, import_node_path3.join)(directory, entry)} is no settings file: there is none of that name.`,
        `Settings are ${allowed.join(', ')}.`,
      );
  if (entries.length === 0)
    throw invalid(`${directory} holds no settings.`, `Write at least one of ${allowed.join(', ')} there.`);
  return new Set(entries.map((entry) => entry.replace(/\.json$/, '')));
}
function readText(path, why) {
  if (!(0, import_node_fs4.existsSync)(path))
    throw invalid(
      `${path} is missing.`,
      'Restore it: every settings file has a schema beside it, and both are needed.',
      why,
    );
  return readNamed(path, why);
}
function readNamed(path, why) {
  try {
    return (0, import_node_fs4.readFileSync)(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw unread(path, error, why);
  }
}
function parseSettings(path, text2, why) {
  try {
    return parseLocated(path, text2);
  } catch (error) {
    throw invalid(
      `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      'Correct it.',
      why,
    );
  }
}
function explain(error, file) {
  let parameters = isObject(error.params) ? error.params : {},
    extra = parameters.additionalProperty,
    pointer = `${error.instancePath}${typeof extra == 'string' ? `/${escapePointer(extra)}` : ''}`,
    allowed = parameters.allowedValues ?? parameters.allowedValue,
    values = allowed === void 0 ? '' : `: ${JSON.stringify(allowed)}`,
    members = extra === void 0 ? [] : membersOf(error),
    known = members.length === 0 ? '' : `: known are ${members.join(', ')}`;
  return [
    `${file.at(pointer)} ${pointer === '' ? '/' : pointer}`,
    extra === void 0 ? `${error.message ?? error.keyword}${values}` : `is not allowed${known}`,
  ].join(' ');
}
function membersOf({ parentSchema }) {
  let schema = parentSchema,
    properties = isObject(schema) ? schema.properties : void 0;
  return isObject(properties) ? Object.keys(properties) : [];
}
function escapePointer(member) {
  return member.replaceAll('~', '~0').replaceAll('/', '~1');
}
function enforcementOf(file, value, catalog) {
  let fallback = isObject(value) ? asEnforcement(value.default) : void 0;
  if (fallback === void 0 || !isObject(value) || file === void 0)
    throw invalid(
      `${file?.path ?? 'enforcement.json'} does not say what to do about findings.`,
      'Write {"enforcement": {"default": "block", "rules": {}}}.',
    );
  let exceptions = isObject(value.rules) ? value.rules : {},
    known = new Set(catalog.map((rule) => rule.id));
  for (let id of Object.keys(exceptions))
    if (!known.has(id))
      throw invalid(
        `${file.at(`/enforcement/rules/${escapePointer(id)}`)} /enforcement/rules/${id} names a rule that does not exist.`,
        `Known are ${[...known].join(', ')}.`,
      );
  return new Map(catalog.map((rule) => [rule.id, asEnforcement(exceptions[rule.id]) ?? fallback]));
}
function asEnforcement(value) {
  return value === 'block' || value === 'warn' || value === 'off' ? value : void 0;
}
function invalid(what, fix, why = WHY2) {
  return new CouldNotJudge(what, why, fix);
}
var PASSED = { exitCode: 0, outcome: 'passed' },
  DENIED = { exitCode: 1, outcome: 'denied' },
  COULD_NOT_JUDGE = { exitCode: 2, outcome: 'could-not-judge' };
function verdict(rules, problems) {
  let blocking = rules.filter((rule) => rule.enforcement === 'block');
  return problems.length > 0 || rules.length === 0
    ? COULD_NOT_JUDGE
    : blocking.some((rule) => rule.outcome === 'denied')
      ? DENIED
      : blocking.some((rule) => rule.outcome === 'undecided')
        ? COULD_NOT_JUDGE
        : PASSED;
}
var import_node_path4 = require('node:path'),
  POLICIES = (0, import_node_path4.join)(__dirname, '..', 'policies');
var import_node_buffer = require('node:buffer');
var LARGEST = import_node_buffer.constants.MAX_STRING_LENGTH;
function duplicateMember(text2) {
  let open = [],
    token = /["{}]/g;
  for (let found = token.exec(text2); found !== null; found = token.exec(text2))
    if (found[0] === '{') open.push(new Set());
    else if (found[0] === '}') open.pop();
    else {
      let end = endOfString(text2, found.index);
      if (((token.lastIndex = end), (COLON.lastIndex = end), !COLON.test(text2))) continue;
      let name = JSON.parse(text2.slice(found.index, end)),
        members = open.at(-1);
      if (members?.has(name) === !0) return { name, offset: found.index };
      members?.add(name);
    }
}
var COLON = /[ \t\r\n]*:/y;
function endOfString(text2, start) {
  for (let end = text2.indexOf('"', start + 1); end >= 0; end = text2.indexOf('"', end + 1)) {
    let escapes = end;
    for (; text2[escapes - 1] === '\\';) escapes -= 1;
    if ((end - escapes) % 2 === 0) return end + 1;
  }
  return text2.length;
}
var MAX_DEPTH = 500,
  JsonTextError = class extends Error {
    constructor(defect, message) {
      super(message);
      this.defect = defect;
    }
    defect;
    name = 'JsonTextError';
  };
function parseJson(text2) {
  let found = structure(text2),
    { members, depth } = found;
  if (depth > MAX_DEPTH)
    throw new JsonTextError('deep', `it is nested ${depth} levels deep, and at most ${MAX_DEPTH} can be judged`);
  let value;
  try {
    value = JSON.parse(text2);
  } catch (error) {
    throw malformed(text2, found, error);
  }
  if (countMembers(value, SURROGATES.test(text2)) !== members) throw duplicate2(text2);
  return value;
}
var SURROGATES = /\\u[dD][89a-fA-F]/,
  QUOTE = 34,
  COLON2 = 58,
  OPEN_LIST = 91,
  CLOSE_LIST = 93,
  OPEN_OBJECT = 123,
  CLOSE_OBJECT = 125;
function structure(text2) {
  let members = 0,
    depth = 0,
    end = 1 / 0,
    open = 0;
  for (let at = 0; at < text2.length; at++)
    switch (text2.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text2, at) - 1;
        break;
      case COLON2:
        members += 1;
        break;
      case OPEN_OBJECT:
      case OPEN_LIST:
        ((open += 1), open > depth && (depth = open));
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        ((open -= 1), open === 0 && end === 1 / 0 && (end = at + 1));
    }
  return { members, depth, open, end };
}
function countMembers(value, surrogates) {
  if (typeof value == 'number' && !Number.isFinite(value))
    throw new JsonTextError('number', 'it holds a number that is too large for a program to keep, such as 1e999');
  if ((surrogates && typeof value == 'string' && requireCharacters(value), typeof value != 'object' || value === null))
    return 0;
  let list3 = Array.isArray(value);
  surrogates && !list3 && Object.keys(value).forEach(requireCharacters);
  let inner = list3 ? value : Object.values(value),
    count2 = list3 ? 0 : inner.length;
  for (let one of inner)
    (surrogates || typeof one == 'number' || (typeof one == 'object' && one !== null)) &&
      (count2 += countMembers(one, surrogates));
  return count2;
}
function requireCharacters(text2) {
  if (new RegExp('\\p{Surrogate}', 'u').test(text2))
    throw new JsonTextError('surrogate', 'a string holds half of a character (a lone surrogate)');
}
function duplicate2(text2) {
  let found = duplicateMember(text2),
    what = found === void 0 ? 'a member' : `the member ${JSON.stringify(found.name)}`,
    where2 = found === void 0 ? '' : ` (${place2(text2, found.offset)})`;
  return new JsonTextError('duplicate', `an object has ${what} twice${where2}`);
}
function malformed(text2, { open, end }, error) {
  let first;
  if (
    (visit2(
      text2,
      { onError: (code3, offset, length) => (first ??= { code: code3, offset, length }) },
      { disallowComments: !0, allowTrailingComma: !1 },
    ),
    first === void 0)
  )
    return new JsonTextError('malformed', error instanceof Error ? error.message : String(error));
  let at = place2(text2, first.offset);
  if (first.offset >= end) return new JsonTextError('trailing', `something follows after the end of the JSON (${at})`);
  if (open > 0 && first.offset + first.length >= text2.trimEnd().length)
    return new JsonTextError('truncated', `it ends in the middle (${at})`);
  let words = printParseErrorCode(first.code)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return new JsonTextError('malformed', `${words} (${at})`);
}
function place2(text2, offset) {
  let lines = text2.slice(0, offset).split(`
`);
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
var import_node_fs6 = require('node:fs'),
  import_node_path5 = require('node:path');
var TemplateError = class extends Error {};
function parseTemplate(template) {
  let parts = [],
    text2 = '',
    at = 0,
    flush = () => {
      (text2 !== '' && parts.push({ kind: 'text', text: text2 }), (text2 = ''));
    };
  for (; at < template.length;) {
    let marker = template[at];
    if ((marker === '$' || marker === '%') && template.startsWith(`${marker}{`, at + 1))
      ((text2 += `${marker}{`), (at += 3));
    else if ((marker === '$' || marker === '%') && template[at + 1] === '{') {
      flush();
      let scanner = new Scanner(template, at + 2);
      scanner.scanUntil('}', 'template');
      let source = template.slice(at + 2, scanner.at - 1).replace(/^~|~$/g, '');
      (parts.push({ kind: marker === '$' ? 'expression' : 'directive', source }), (at = scanner.at));
    } else ((text2 += marker ?? ''), (at += 1));
  }
  return (flush(), parts);
}
function traversals(expression) {
  let scanner = new Scanner(expression, 0);
  return (scanner.scanUntil(void 0, 'template'), scanner.found);
}
function soleTraversal(expression) {
  return new Scanner(expression.trim(), 0).readSole();
}
function literal(expression) {
  let source = expression.trim();
  if (source === 'true' || source === 'false') return { value: source === 'true' };
  if (source === 'null') return { value: null };
  if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(source)) return { value: Number(source) };
  if (!source.startsWith('"')) return;
  let scanner = new Scanner(source, 1),
    constant = scanner.readQuoted();
  return constant === void 0 || scanner.at !== source.length ? void 0 : { value: constant };
}
function references(traversal) {
  let { root, steps } = traversal,
    names = [root, ...steps.map((step) => ('attribute' in step ? step.attribute : void 0))],
    text2 = (count2) => root + steps.slice(0, count2).map(stepText).join(''),
    down = (from, to) => {
      let list3 = [];
      for (let count2 = from; count2 >= to; count2 -= 1) list3.push(text2(count2));
      return list3;
    };
  if (root === 'self') return down(steps.length, 0);
  if (steps.length === 0) return [];
  if (root === 'resource') {
    let [type, ...rest] = steps;
    return type !== void 0 && 'attribute' in type ? references({ root: type.attribute, steps: rest }) : [];
  }
  if (SINGLE_NAME_ROOTS.has(root)) return down(steps.length, 1);
  let last = root === 'data' || root === 'ephemeral' ? 2 : 1;
  if (names.slice(0, last + 1).some((name) => name === void 0) || steps.length < last) return [];
  if (root !== 'module') return down(steps.length, last);
  let key = steps[last],
    instance = key !== void 0 && 'key' in key ? last + 1 : last,
    output = steps[instance];
  return output === void 0 || !('attribute' in output)
    ? down(instance, last)
    : [...down(steps.length, instance + 1), text2(instance)];
}
var SINGLE_NAME_ROOTS = new Set(['var', 'local', 'each', 'count', 'path', 'terraform']);
function stepText(step) {
  return 'attribute' in step
    ? `.${step.attribute}`
    : `[${typeof step.key == 'number' ? String(step.key) : JSON.stringify(step.key)}]`;
}
var IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy,
  NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  BLANK = /(?:[ \t\r]|\/\*[\s\S]*?\*\/)+/y,
  LINE_COMMENT = /(?:#|\/\/)[^\n]*/y,
  HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy,
  FOR = /\s*for\s+([\p{ID_Start}_][\p{ID_Continue}-]*)(?:\s*,\s*([\p{ID_Start}_][\p{ID_Continue}-]*))?\s+in\s/uy,
  AFTER_NAME = /[ \t]*(\(|::|==|=>|=|:)/y,
  BRACKETS = {
    '(': { closer: ')', inside: 'group' },
    '[': { closer: ']', inside: 'list' },
    '{': { closer: '}', inside: 'object' },
  },
  KEYWORDS = new Set(['true', 'false', 'null']),
  Scanner = class {
    constructor(source, at) {
      this.source = source;
      this.at = at;
    }
    source;
    at;
    found = [];
    bound = [];
    scanUntil(closer, inside) {
      let bindings = this.bound.length;
      (inside === 'object' || inside === 'list') && this.readFor();
      let atKey = inside === 'object';
      for (; this.at < this.source.length;) {
        let character = this.source[this.at] ?? '';
        if (character === closer) {
          ((this.at += 1), (this.bound.length = bindings));
          return;
        }
        character ===
          `
` || character === ','
          ? ((this.at += 1), (atKey = inside === 'object'))
          : this.match(BLANK) === void 0 &&
            this.match(LINE_COMMENT) === void 0 &&
            (this.scanTerm(character, atKey), (atKey = !1));
      }
      if (closer !== void 0) throw new TemplateError(`"${closer}" is missing`);
    }
    readSole() {
      let name = this.match(IDENTIFIER)?.[0];
      if (name === void 0 || KEYWORDS.has(name)) return;
      let { steps, complete } = this.readSteps();
      return complete && this.at === this.source.length ? { root: name, steps } : void 0;
    }
    readQuoted() {
      let value = '';
      for (; this.at < this.source.length;) {
        let character = this.source[this.at] ?? '';
        if (character === '"') return ((this.at += 1), value);
        if (character === '\\') {
          let escape2 = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/y,
            text2 = this.match(escape2)?.[0] ?? '';
          if (text2 === '') throw new TemplateError('an escape is not finished');
          value = value === void 0 ? void 0 : value + unescape(text2);
        } else if (this.readMarker(character)) value = void 0;
        else {
          let length = this.escapedMarker(character) ? 3 : 1;
          ((value = value === void 0 ? void 0 : value + (length === 3 ? `${character}{` : character)),
            (this.at += length));
        }
      }
      throw new TemplateError('a quote is not closed');
    }
    scanTerm(character, atKey) {
      if (character === '"') {
        ((this.at += 1), this.readQuoted(), this.readSteps());
        return;
      }
      let heredoc = this.match(HEREDOC);
      if (heredoc !== void 0) {
        this.readHeredoc(heredoc[1] ?? '');
        return;
      }
      if (character === '(' || character === '[' || character === '{') {
        let { closer, inside } = BRACKETS[character];
        ((this.at += 1), this.scanUntil(closer, inside), this.readSteps());
        return;
      }
      if (this.match(NUMBER) !== void 0) return;
      let name = this.match(IDENTIFIER)?.[0];
      if (name === void 0) {
        this.at += 1;
        return;
      }
      this.readName(name, atKey);
    }
    readName(name, atKey) {
      let next = this.peekToken();
      if (next === '(' || next === '::') {
        next === '::' && (this.at += 2);
        return;
      }
      if (atKey && (next === '=' || next === ':')) return;
      let start = this.found.length,
        { steps } = this.readSteps();
      KEYWORDS.has(name) ||
        this.bound.includes(name) ||
        (steps.length === 0 && name !== 'self') ||
        this.found.splice(start, 0, { root: name, steps });
    }
    readSteps() {
      let steps = [],
        complete = !0,
        add = (step) => {
          complete && steps.push(step);
        };
      for (;;) {
        let before = this.at;
        this.match(BLANK);
        let character = this.source[this.at];
        if (character === '.' && !this.source.startsWith('...', this.at)) {
          ((this.at += 1), this.match(BLANK));
          let attribute = this.match(IDENTIFIER)?.[0],
            index = attribute === void 0 ? this.match(/\d+/y)?.[0] : void 0;
          attribute !== void 0
            ? add({ attribute })
            : index !== void 0
              ? add({ key: Number(index) })
              : ((complete = !1), this.source[this.at] === '*' && (this.at += 1));
        } else if (character === '[') {
          this.at += 1;
          let key = this.readConstantKey();
          key === void 0 ? ((complete = !1), this.scanUntil(']', 'group')) : add({ key });
        } else return ((this.at = before), { steps, complete });
      }
    }
    readConstantKey() {
      let start = this.at;
      this.match(BLANK);
      let key;
      if (this.source[this.at] === '"') {
        let references2 = this.found.length;
        ((this.at += 1), (key = this.readQuoted()), (this.found.length = references2));
      } else {
        let digits = this.match(/\d+/y)?.[0];
        key = digits === void 0 ? void 0 : Number(digits);
      }
      if ((this.match(BLANK), key !== void 0 && this.source[this.at] === ']')) return ((this.at += 1), key);
      this.at = start;
    }
    readFor() {
      let head = this.match(FOR);
      if (head !== void 0) {
        for (; this.at < this.source.length && this.source[this.at] !== ':';) {
          let character = this.source[this.at] ?? '';
          /\s/.test(character) ? (this.at += 1) : this.scanTerm(character, !1);
        }
        ((this.at += 1), this.bound.push(...[head[1], head[2]].filter((name) => name !== void 0)));
      }
    }
    readHeredoc(label) {
      let end = new RegExp(`^[ \\t]*${label}[ \\t]*\\r?$`, 'my');
      for (; this.at < this.source.length;) {
        if (
          this.source[this.at - 1] ===
            `
` &&
          this.match(end) !== void 0
        )
          return;
        let character = this.source[this.at] ?? '';
        this.readMarker(character) || (this.at += this.escapedMarker(character) ? 3 : 1);
      }
      throw new TemplateError(`the heredoc ${label} is not closed`);
    }
    readMarker(character) {
      return (character !== '$' && character !== '%') || this.source[this.at + 1] !== '{'
        ? !1
        : ((this.at += 2), this.scanUntil('}', 'template'), !0);
    }
    escapedMarker(character) {
      return (character === '$' || character === '%') && this.source.startsWith(`${character}${character}{`, this.at);
    }
    peekToken() {
      let before = this.at,
        token = this.match(AFTER_NAME)?.[1] ?? '';
      return ((this.at = before), token);
    }
    match(pattern) {
      pattern.lastIndex = this.at;
      let result2 = pattern.exec(this.source);
      if (result2 !== null) return ((this.at = pattern.lastIndex), result2);
    }
  };
function unescape(escape2) {
  let simple = {
      n: `
`,
      r: '\r',
      t: '	',
    },
    kind = escape2[1] ?? '';
  return kind === 'u' || kind === 'U' ? String.fromCodePoint(parseInt(escape2.slice(2), 16)) : (simple[kind] ?? kind);
}
var aws_shapes_default = {
  aws_alb: {
    attributes: {
      client_keep_alive: 'number',
      customer_owned_ipv4_pool: 'string',
      desync_mitigation_mode: 'string',
      dns_record_client_routing_policy: 'string',
      drop_invalid_header_fields: 'bool',
      enable_cross_zone_load_balancing: 'bool',
      enable_deletion_protection: 'bool',
      enable_http2: 'bool',
      enable_tls_version_and_cipher_suite_headers: 'bool',
      enable_waf_fail_open: 'bool',
      enable_xff_client_port: 'bool',
      enable_zonal_shift: 'bool',
      enforce_security_group_inbound_rules_on_private_link_traffic: 'string',
      id: 'string',
      idle_timeout: 'number',
      internal: 'bool',
      ip_address_type: 'string',
      load_balancer_type: 'string',
      name: 'string',
      name_prefix: 'string',
      preserve_host_header: 'bool',
      region: 'string',
      secondary_ips_auto_assigned_per_subnet: 'number',
      security_groups: ['set', 'string'],
      subnets: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      xff_header_processing_mode: 'string',
    },
    blocks: {
      access_logs: { nesting: 'list', attributes: { bucket: 'string', enabled: 'bool', prefix: 'string' }, blocks: {} },
      connection_logs: {
        nesting: 'list',
        attributes: { bucket: 'string', enabled: 'bool', prefix: 'string' },
        blocks: {},
      },
      health_check_logs: {
        nesting: 'list',
        attributes: { bucket: 'string', enabled: 'bool', prefix: 'string' },
        blocks: {},
      },
      ipam_pools: { nesting: 'list', attributes: { ipv4_ipam_pool_id: 'string' }, blocks: {} },
      minimum_load_balancer_capacity: { nesting: 'list', attributes: { capacity_units: 'number' }, blocks: {} },
      subnet_mapping: {
        nesting: 'set',
        attributes: {
          allocation_id: 'string',
          ipv6_address: 'string',
          private_ipv4_address: 'string',
          subnet_id: 'string',
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_alb_listener: {
    attributes: {
      alpn_policy: 'string',
      certificate_arn: 'string',
      id: 'string',
      load_balancer_arn: 'string',
      port: 'number',
      protocol: 'string',
      region: 'string',
      routing_http_request_x_amzn_mtls_clientcert_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_issuer_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_leaf_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_subject_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_validity_header_name: 'string',
      routing_http_request_x_amzn_tls_cipher_suite_header_name: 'string',
      routing_http_request_x_amzn_tls_version_header_name: 'string',
      routing_http_response_access_control_allow_credentials_header_value: 'string',
      routing_http_response_access_control_allow_headers_header_value: 'string',
      routing_http_response_access_control_allow_methods_header_value: 'string',
      routing_http_response_access_control_allow_origin_header_value: 'string',
      routing_http_response_access_control_expose_headers_header_value: 'string',
      routing_http_response_access_control_max_age_header_value: 'string',
      routing_http_response_content_security_policy_header_value: 'string',
      routing_http_response_server_enabled: 'bool',
      routing_http_response_strict_transport_security_header_value: 'string',
      routing_http_response_x_content_type_options_header_value: 'string',
      routing_http_response_x_frame_options_header_value: 'string',
      ssl_policy: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      tcp_idle_timeout_seconds: 'number',
    },
    blocks: {
      default_action: {
        nesting: 'list',
        attributes: { order: 'number', target_group_arn: 'string', type: 'string' },
        blocks: {
          authenticate_cognito: {
            nesting: 'list',
            attributes: {
              authentication_request_extra_params: ['map', 'string'],
              on_unauthenticated_request: 'string',
              scope: 'string',
              session_cookie_name: 'string',
              session_timeout: 'number',
              user_pool_arn: 'string',
              user_pool_client_id: 'string',
              user_pool_domain: 'string',
            },
            blocks: {},
          },
          authenticate_oidc: {
            nesting: 'list',
            attributes: {
              authentication_request_extra_params: ['map', 'string'],
              authorization_endpoint: 'string',
              client_id: 'string',
              client_secret: 'string',
              issuer: 'string',
              on_unauthenticated_request: 'string',
              scope: 'string',
              session_cookie_name: 'string',
              session_timeout: 'number',
              token_endpoint: 'string',
              user_info_endpoint: 'string',
            },
            blocks: {},
          },
          fixed_response: {
            nesting: 'list',
            attributes: { content_type: 'string', message_body: 'string', status_code: 'string' },
            blocks: {},
          },
          forward: {
            nesting: 'list',
            attributes: {},
            blocks: {
              stickiness: { nesting: 'list', attributes: { duration: 'number', enabled: 'bool' }, blocks: {} },
              target_group: { nesting: 'set', attributes: { arn: 'string', weight: 'number' }, blocks: {} },
            },
          },
          jwt_validation: {
            nesting: 'list',
            attributes: { issuer: 'string', jwks_endpoint: 'string' },
            blocks: {
              additional_claim: {
                nesting: 'set',
                attributes: { format: 'string', name: 'string', values: ['set', 'string'] },
                blocks: {},
              },
            },
          },
          redirect: {
            nesting: 'list',
            attributes: {
              host: 'string',
              path: 'string',
              port: 'string',
              protocol: 'string',
              query: 'string',
              status_code: 'string',
            },
            blocks: {},
          },
        },
      },
      mutual_authentication: {
        nesting: 'list',
        attributes: {
          advertise_trust_store_ca_names: 'string',
          ignore_client_certificate_expiry: 'bool',
          mode: 'string',
          trust_store_arn: 'string',
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_alb_listener_rule: {
    attributes: {
      id: 'string',
      listener_arn: 'string',
      priority: 'number',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      action: {
        nesting: 'list',
        attributes: { order: 'number', target_group_arn: 'string', type: 'string' },
        blocks: {
          authenticate_cognito: {
            nesting: 'list',
            attributes: {
              authentication_request_extra_params: ['map', 'string'],
              on_unauthenticated_request: 'string',
              scope: 'string',
              session_cookie_name: 'string',
              session_timeout: 'number',
              user_pool_arn: 'string',
              user_pool_client_id: 'string',
              user_pool_domain: 'string',
            },
            blocks: {},
          },
          authenticate_oidc: {
            nesting: 'list',
            attributes: {
              authentication_request_extra_params: ['map', 'string'],
              authorization_endpoint: 'string',
              client_id: 'string',
              client_secret: 'string',
              issuer: 'string',
              on_unauthenticated_request: 'string',
              scope: 'string',
              session_cookie_name: 'string',
              session_timeout: 'number',
              token_endpoint: 'string',
              user_info_endpoint: 'string',
            },
            blocks: {},
          },
          fixed_response: {
            nesting: 'list',
            attributes: { content_type: 'string', message_body: 'string', status_code: 'string' },
            blocks: {},
          },
          forward: {
            nesting: 'list',
            attributes: {},
            blocks: {
              stickiness: { nesting: 'list', attributes: { duration: 'number', enabled: 'bool' }, blocks: {} },
              target_group: { nesting: 'set', attributes: { arn: 'string', weight: 'number' }, blocks: {} },
            },
          },
          jwt_validation: {
            nesting: 'list',
            attributes: { issuer: 'string', jwks_endpoint: 'string' },
            blocks: {
              additional_claim: {
                nesting: 'set',
                attributes: { format: 'string', name: 'string', values: ['set', 'string'] },
                blocks: {},
              },
            },
          },
          redirect: {
            nesting: 'list',
            attributes: {
              host: 'string',
              path: 'string',
              port: 'string',
              protocol: 'string',
              query: 'string',
              status_code: 'string',
            },
            blocks: {},
          },
        },
      },
      condition: {
        nesting: 'set',
        attributes: {},
        blocks: {
          host_header: {
            nesting: 'list',
            attributes: { regex_values: ['set', 'string'], values: ['set', 'string'] },
            blocks: {},
          },
          http_header: {
            nesting: 'list',
            attributes: { http_header_name: 'string', regex_values: ['set', 'string'], values: ['set', 'string'] },
            blocks: {},
          },
          http_request_method: { nesting: 'list', attributes: { values: ['set', 'string'] }, blocks: {} },
          path_pattern: {
            nesting: 'list',
            attributes: { regex_values: ['set', 'string'], values: ['set', 'string'] },
            blocks: {},
          },
          query_string: { nesting: 'set', attributes: { key: 'string', value: 'string' }, blocks: {} },
          source_ip: { nesting: 'list', attributes: { values: ['set', 'string'] }, blocks: {} },
        },
      },
      transform: {
        nesting: 'set',
        attributes: { type: 'string' },
        blocks: {
          host_header_rewrite_config: {
            nesting: 'list',
            attributes: {},
            blocks: { rewrite: { nesting: 'list', attributes: { regex: 'string', replace: 'string' }, blocks: {} } },
          },
          url_rewrite_config: {
            nesting: 'list',
            attributes: {},
            blocks: { rewrite: { nesting: 'list', attributes: { regex: 'string', replace: 'string' }, blocks: {} } },
          },
        },
      },
    },
  },
  aws_alb_target_group: {
    attributes: {
      connection_termination: 'bool',
      deregistration_delay: 'string',
      id: 'string',
      ip_address_type: 'string',
      lambda_multi_value_headers_enabled: 'bool',
      load_balancing_algorithm_type: 'string',
      load_balancing_anomaly_mitigation: 'string',
      load_balancing_cross_zone_enabled: 'string',
      name: 'string',
      name_prefix: 'string',
      port: 'number',
      preserve_client_ip: 'string',
      protocol: 'string',
      protocol_version: 'string',
      proxy_protocol_v2: 'bool',
      region: 'string',
      slow_start: 'number',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      target_control_port: 'number',
      target_type: 'string',
      vpc_id: 'string',
    },
    blocks: {
      health_check: {
        nesting: 'list',
        attributes: {
          enabled: 'bool',
          healthy_threshold: 'number',
          interval: 'number',
          matcher: 'string',
          path: 'string',
          port: 'string',
          protocol: 'string',
          timeout: 'number',
          unhealthy_threshold: 'number',
        },
        blocks: {},
      },
      stickiness: {
        nesting: 'list',
        attributes: { cookie_duration: 'number', cookie_name: 'string', enabled: 'bool', type: 'string' },
        blocks: {},
      },
      target_failover: {
        nesting: 'list',
        attributes: { on_deregistration: 'string', on_unhealthy: 'string' },
        blocks: {},
      },
      target_group_health: {
        nesting: 'list',
        attributes: {},
        blocks: {
          dns_failover: {
            nesting: 'list',
            attributes: { minimum_healthy_targets_count: 'string', minimum_healthy_targets_percentage: 'string' },
            blocks: {},
          },
          unhealthy_state_routing: {
            nesting: 'list',
            attributes: { minimum_healthy_targets_count: 'number', minimum_healthy_targets_percentage: 'string' },
            blocks: {},
          },
        },
      },
      target_health_state: {
        nesting: 'list',
        attributes: { enable_unhealthy_connection_termination: 'bool', unhealthy_draining_interval: 'number' },
        blocks: {},
      },
    },
  },
  aws_alb_target_group_attachment: {
    attributes: {
      availability_zone: 'string',
      id: 'string',
      port: 'number',
      region: 'string',
      target_group_arn: 'string',
      target_id: 'string',
    },
    blocks: {},
  },
  aws_lb: {
    attributes: {
      client_keep_alive: 'number',
      customer_owned_ipv4_pool: 'string',
      desync_mitigation_mode: 'string',
      dns_record_client_routing_policy: 'string',
      drop_invalid_header_fields: 'bool',
      enable_cross_zone_load_balancing: 'bool',
      enable_deletion_protection: 'bool',
      enable_http2: 'bool',
      enable_tls_version_and_cipher_suite_headers: 'bool',
      enable_waf_fail_open: 'bool',
      enable_xff_client_port: 'bool',
      enable_zonal_shift: 'bool',
      enforce_security_group_inbound_rules_on_private_link_traffic: 'string',
      id: 'string',
      idle_timeout: 'number',
      internal: 'bool',
      ip_address_type: 'string',
      load_balancer_type: 'string',
      name: 'string',
      name_prefix: 'string',
      preserve_host_header: 'bool',
      region: 'string',
      secondary_ips_auto_assigned_per_subnet: 'number',
      security_groups: ['set', 'string'],
      subnets: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      xff_header_processing_mode: 'string',
    },
    blocks: {
      access_logs: { nesting: 'list', attributes: { bucket: 'string', enabled: 'bool', prefix: 'string' }, blocks: {} },
      connection_logs: {
        nesting: 'list',
        attributes: { bucket: 'string', enabled: 'bool', prefix: 'string' },
        blocks: {},
      },
      health_check_logs: {
        nesting: 'list',
        attributes: { bucket: 'string', enabled: 'bool', prefix: 'string' },
        blocks: {},
      },
      ipam_pools: { nesting: 'list', attributes: { ipv4_ipam_pool_id: 'string' }, blocks: {} },
      minimum_load_balancer_capacity: { nesting: 'list', attributes: { capacity_units: 'number' }, blocks: {} },
      subnet_mapping: {
        nesting: 'set',
        attributes: {
          allocation_id: 'string',
          ipv6_address: 'string',
          private_ipv4_address: 'string',
          subnet_id: 'string',
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_lb_listener: {
    attributes: {
      alpn_policy: 'string',
      certificate_arn: 'string',
      id: 'string',
      load_balancer_arn: 'string',
      port: 'number',
      protocol: 'string',
      region: 'string',
      routing_http_request_x_amzn_mtls_clientcert_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_issuer_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_leaf_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_subject_header_name: 'string',
      routing_http_request_x_amzn_mtls_clientcert_validity_header_name: 'string',
      routing_http_request_x_amzn_tls_cipher_suite_header_name: 'string',
      routing_http_request_x_amzn_tls_version_header_name: 'string',
      routing_http_response_access_control_allow_credentials_header_value: 'string',
      routing_http_response_access_control_allow_headers_header_value: 'string',
      routing_http_response_access_control_allow_methods_header_value: 'string',
      routing_http_response_access_control_allow_origin_header_value: 'string',
      routing_http_response_access_control_expose_headers_header_value: 'string',
      routing_http_response_access_control_max_age_header_value: 'string',
      routing_http_response_content_security_policy_header_value: 'string',
      routing_http_response_server_enabled: 'bool',
      routing_http_response_strict_transport_security_header_value: 'string',
      routing_http_response_x_content_type_options_header_value: 'string',
      routing_http_response_x_frame_options_header_value: 'string',
      ssl_policy: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      tcp_idle_timeout_seconds: 'number',
    },
    blocks: {
      default_action: {
        nesting: 'list',
        attributes: { order: 'number', target_group_arn: 'string', type: 'string' },
        blocks: {
          authenticate_cognito: {
            nesting: 'list',
            attributes: {
              authentication_request_extra_params: ['map', 'string'],
              on_unauthenticated_request: 'string',
              scope: 'string',
              session_cookie_name: 'string',
              session_timeout: 'number',
              user_pool_arn: 'string',
              user_pool_client_id: 'string',
              user_pool_domain: 'string',
            },
            blocks: {},
          },
          authenticate_oidc: {
            nesting: 'list',
            attributes: {
              authentication_request_extra_params: ['map', 'string'],
              authorization_endpoint: 'string',
              client_id: 'string',
              client_secret: 'string',
              issuer: 'string',
              on_unauthenticated_request: 'string',
              scope: 'string',
              session_cookie_name: 'string',
              session_timeout: 'number',
              token_endpoint: 'string',
              user_info_endpoint: 'string',
            },
            blocks: {},
          },
          fixed_response: {
            nesting: 'list',
            attributes: { content_type: 'string', message_body: 'string', status_code: 'string' },
            blocks: {},
          },
          forward: {
            nesting: 'list',
            attributes: {},
            blocks: {
              stickiness: { nesting: 'list', attributes: { duration: 'number', enabled: 'bool' }, blocks: {} },
              target_group: { nesting: 'set', attributes: { arn: 'string', weight: 'number' }, blocks: {} },
            },
          },
          jwt_validation: {
            nesting: 'list',
            attributes: { issuer: 'string', jwks_endpoint: 'string' },
            blocks: {
              additional_claim: {
                nesting: 'set',
                attributes: { format: 'string', name: 'string', values: ['set', 'string'] },
                blocks: {},
              },
            },
          },
          redirect: {
            nesting: 'list',
            attributes: {
              host: 'string',
              path: 'string',
              port: 'string',
              protocol: 'string',
              query: 'string',
              status_code: 'string',
            },
            blocks: {},
          },
        },
      },
      mutual_authentication: {
        nesting: 'list',
        attributes: {
          advertise_trust_store_ca_names: 'string',
          ignore_client_certificate_expiry: 'bool',
          mode: 'string',
          trust_store_arn: 'string',
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_lb_listener_certificate: {
    attributes: { certificate_arn: 'string', id: 'string', listener_arn: 'string', region: 'string' },
    blocks: {},
  },
  aws_lb_listener_rule: {
    attributes: {
      id: 'string',
      listener_arn: 'string',
      priority: 'number',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      action: {
        nesting: 'list',
        attributes: { order: 'number', target_group_arn: 'string', type: 'string' },
        blocks: {
          authenticate_cognito: {
            nesting: 'list',
            attributes: {
              authentication_request_extra_params: ['map', 'string'],
              on_unauthenticated_request: 'string',
              scope: 'string',
              session_cookie_name: 'string',
              session_timeout: 'number',
              user_pool_arn: 'string',
              user_pool_client_id: 'string',
              user_pool_domain: 'string',
            },
            blocks: {},
          },
          authenticate_oidc: {
            nesting: 'list',
            attributes: {
              authentication_request_extra_params: ['map', 'string'],
              authorization_endpoint: 'string',
              client_id: 'string',
              client_secret: 'string',
              issuer: 'string',
              on_unauthenticated_request: 'string',
              scope: 'string',
              session_cookie_name: 'string',
              session_timeout: 'number',
              token_endpoint: 'string',
              user_info_endpoint: 'string',
            },
            blocks: {},
          },
          fixed_response: {
            nesting: 'list',
            attributes: { content_type: 'string', message_body: 'string', status_code: 'string' },
            blocks: {},
          },
          forward: {
            nesting: 'list',
            attributes: {},
            blocks: {
              stickiness: { nesting: 'list', attributes: { duration: 'number', enabled: 'bool' }, blocks: {} },
              target_group: { nesting: 'set', attributes: { arn: 'string', weight: 'number' }, blocks: {} },
            },
          },
          jwt_validation: {
            nesting: 'list',
            attributes: { issuer: 'string', jwks_endpoint: 'string' },
            blocks: {
              additional_claim: {
                nesting: 'set',
                attributes: { format: 'string', name: 'string', values: ['set', 'string'] },
                blocks: {},
              },
            },
          },
          redirect: {
            nesting: 'list',
            attributes: {
              host: 'string',
              path: 'string',
              port: 'string',
              protocol: 'string',
              query: 'string',
              status_code: 'string',
            },
            blocks: {},
          },
        },
      },
      condition: {
        nesting: 'set',
        attributes: {},
        blocks: {
          host_header: {
            nesting: 'list',
            attributes: { regex_values: ['set', 'string'], values: ['set', 'string'] },
            blocks: {},
          },
          http_header: {
            nesting: 'list',
            attributes: { http_header_name: 'string', regex_values: ['set', 'string'], values: ['set', 'string'] },
            blocks: {},
          },
          http_request_method: { nesting: 'list', attributes: { values: ['set', 'string'] }, blocks: {} },
          path_pattern: {
            nesting: 'list',
            attributes: { regex_values: ['set', 'string'], values: ['set', 'string'] },
            blocks: {},
          },
          query_string: { nesting: 'set', attributes: { key: 'string', value: 'string' }, blocks: {} },
          source_ip: { nesting: 'list', attributes: { values: ['set', 'string'] }, blocks: {} },
        },
      },
      transform: {
        nesting: 'set',
        attributes: { type: 'string' },
        blocks: {
          host_header_rewrite_config: {
            nesting: 'list',
            attributes: {},
            blocks: { rewrite: { nesting: 'list', attributes: { regex: 'string', replace: 'string' }, blocks: {} } },
          },
          url_rewrite_config: {
            nesting: 'list',
            attributes: {},
            blocks: { rewrite: { nesting: 'list', attributes: { regex: 'string', replace: 'string' }, blocks: {} } },
          },
        },
      },
    },
  },
  aws_lb_target_group: {
    attributes: {
      connection_termination: 'bool',
      deregistration_delay: 'string',
      id: 'string',
      ip_address_type: 'string',
      lambda_multi_value_headers_enabled: 'bool',
      load_balancing_algorithm_type: 'string',
      load_balancing_anomaly_mitigation: 'string',
      load_balancing_cross_zone_enabled: 'string',
      name: 'string',
      name_prefix: 'string',
      port: 'number',
      preserve_client_ip: 'string',
      protocol: 'string',
      protocol_version: 'string',
      proxy_protocol_v2: 'bool',
      region: 'string',
      slow_start: 'number',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      target_control_port: 'number',
      target_type: 'string',
      vpc_id: 'string',
    },
    blocks: {
      health_check: {
        nesting: 'list',
        attributes: {
          enabled: 'bool',
          healthy_threshold: 'number',
          interval: 'number',
          matcher: 'string',
          path: 'string',
          port: 'string',
          protocol: 'string',
          timeout: 'number',
          unhealthy_threshold: 'number',
        },
        blocks: {},
      },
      stickiness: {
        nesting: 'list',
        attributes: { cookie_duration: 'number', cookie_name: 'string', enabled: 'bool', type: 'string' },
        blocks: {},
      },
      target_failover: {
        nesting: 'list',
        attributes: { on_deregistration: 'string', on_unhealthy: 'string' },
        blocks: {},
      },
      target_group_health: {
        nesting: 'list',
        attributes: {},
        blocks: {
          dns_failover: {
            nesting: 'list',
            attributes: { minimum_healthy_targets_count: 'string', minimum_healthy_targets_percentage: 'string' },
            blocks: {},
          },
          unhealthy_state_routing: {
            nesting: 'list',
            attributes: { minimum_healthy_targets_count: 'number', minimum_healthy_targets_percentage: 'string' },
            blocks: {},
          },
        },
      },
      target_health_state: {
        nesting: 'list',
        attributes: { enable_unhealthy_connection_termination: 'bool', unhealthy_draining_interval: 'number' },
        blocks: {},
      },
    },
  },
  aws_lb_target_group_attachment: {
    attributes: {
      availability_zone: 'string',
      id: 'string',
      port: 'number',
      region: 'string',
      target_group_arn: 'string',
      target_id: 'string',
    },
    blocks: {},
  },
  aws_elb: {
    attributes: {
      availability_zones: ['set', 'string'],
      connection_draining: 'bool',
      connection_draining_timeout: 'number',
      cross_zone_load_balancing: 'bool',
      desync_mitigation_mode: 'string',
      id: 'string',
      idle_timeout: 'number',
      instances: ['set', 'string'],
      internal: 'bool',
      name: 'string',
      name_prefix: 'string',
      region: 'string',
      security_groups: ['set', 'string'],
      source_security_group: 'string',
      subnets: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      access_logs: {
        nesting: 'list',
        attributes: { bucket: 'string', bucket_prefix: 'string', enabled: 'bool', interval: 'number' },
        blocks: {},
      },
      health_check: {
        nesting: 'list',
        attributes: {
          healthy_threshold: 'number',
          interval: 'number',
          target: 'string',
          timeout: 'number',
          unhealthy_threshold: 'number',
        },
        blocks: {},
      },
      listener: {
        nesting: 'set',
        attributes: {
          instance_port: 'number',
          instance_protocol: 'string',
          lb_port: 'number',
          lb_protocol: 'string',
          ssl_certificate_id: 'string',
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_elb_attachment: { attributes: { elb: 'string', id: 'string', instance: 'string', region: 'string' }, blocks: {} },
  aws_autoscaling_group: {
    attributes: {
      availability_zones: ['set', 'string'],
      capacity_rebalance: 'bool',
      context: 'string',
      default_cooldown: 'number',
      default_instance_warmup: 'number',
      desired_capacity: 'number',
      desired_capacity_type: 'string',
      enabled_metrics: ['set', 'string'],
      force_delete: 'bool',
      force_delete_warm_pool: 'bool',
      health_check_grace_period: 'number',
      health_check_type: 'string',
      id: 'string',
      ignore_failed_scaling_activities: 'bool',
      launch_configuration: 'string',
      load_balancers: ['set', 'string'],
      max_instance_lifetime: 'number',
      max_size: 'number',
      metrics_granularity: 'string',
      min_elb_capacity: 'number',
      min_size: 'number',
      name: 'string',
      name_prefix: 'string',
      placement_group: 'string',
      protect_from_scale_in: 'bool',
      region: 'string',
      service_linked_role_arn: 'string',
      suspended_processes: ['set', 'string'],
      target_group_arns: ['set', 'string'],
      termination_policies: ['list', 'string'],
      vpc_zone_identifier: ['set', 'string'],
      wait_for_capacity_timeout: 'string',
      wait_for_elb_capacity: 'number',
    },
    blocks: {
      availability_zone_distribution: {
        nesting: 'list',
        attributes: { capacity_distribution_strategy: 'string' },
        blocks: {},
      },
      capacity_reservation_specification: {
        nesting: 'list',
        attributes: { capacity_reservation_preference: 'string' },
        blocks: {
          capacity_reservation_target: {
            nesting: 'list',
            attributes: {
              capacity_reservation_ids: ['list', 'string'],
              capacity_reservation_resource_group_arns: ['list', 'string'],
            },
            blocks: {},
          },
        },
      },
      initial_lifecycle_hook: {
        nesting: 'set',
        attributes: {
          default_result: 'string',
          heartbeat_timeout: 'number',
          lifecycle_transition: 'string',
          name: 'string',
          notification_metadata: 'string',
          notification_target_arn: 'string',
          role_arn: 'string',
        },
        blocks: {},
      },
      instance_maintenance_policy: {
        nesting: 'list',
        attributes: { max_healthy_percentage: 'number', min_healthy_percentage: 'number' },
        blocks: {},
      },
      instance_refresh: {
        nesting: 'list',
        attributes: { strategy: 'string', triggers: ['set', 'string'] },
        blocks: {
          preferences: {
            nesting: 'list',
            attributes: {
              auto_rollback: 'bool',
              checkpoint_delay: 'string',
              checkpoint_percentages: ['list', 'number'],
              instance_warmup: 'string',
              max_healthy_percentage: 'number',
              min_healthy_percentage: 'number',
              scale_in_protected_instances: 'string',
              skip_matching: 'bool',
              standby_instances: 'string',
            },
            blocks: {
              alarm_specification: { nesting: 'list', attributes: { alarms: ['list', 'string'] }, blocks: {} },
            },
          },
        },
      },
      launch_template: { nesting: 'list', attributes: { id: 'string', name: 'string', version: 'string' }, blocks: {} },
      mixed_instances_policy: {
        nesting: 'list',
        attributes: {},
        blocks: {
          instances_distribution: {
            nesting: 'list',
            attributes: {
              on_demand_allocation_strategy: 'string',
              on_demand_base_capacity: 'number',
              on_demand_percentage_above_base_capacity: 'number',
              spot_allocation_strategy: 'string',
              spot_instance_pools: 'number',
              spot_max_price: 'string',
            },
            blocks: {},
          },
          launch_template: {
            nesting: 'list',
            attributes: {},
            blocks: {
              launch_template_specification: {
                nesting: 'list',
                attributes: { launch_template_id: 'string', launch_template_name: 'string', version: 'string' },
                blocks: {},
              },
              override: {
                nesting: 'list',
                attributes: { instance_type: 'string', weighted_capacity: 'string' },
                blocks: {
                  instance_requirements: {
                    nesting: 'list',
                    attributes: {
                      accelerator_manufacturers: ['set', 'string'],
                      accelerator_names: ['set', 'string'],
                      accelerator_types: ['set', 'string'],
                      allowed_instance_types: ['set', 'string'],
                      bare_metal: 'string',
                      burstable_performance: 'string',
                      cpu_manufacturers: ['set', 'string'],
                      excluded_instance_types: ['set', 'string'],
                      instance_generations: ['set', 'string'],
                      local_storage: 'string',
                      local_storage_types: ['set', 'string'],
                      max_spot_price_as_percentage_of_optimal_on_demand_price: 'number',
                      on_demand_max_price_percentage_over_lowest_price: 'number',
                      require_hibernate_support: 'bool',
                      spot_max_price_percentage_over_lowest_price: 'number',
                    },
                    blocks: {
                      accelerator_count: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
                      accelerator_total_memory_mib: {
                        nesting: 'list',
                        attributes: { max: 'number', min: 'number' },
                        blocks: {},
                      },
                      baseline_ebs_bandwidth_mbps: {
                        nesting: 'list',
                        attributes: { max: 'number', min: 'number' },
                        blocks: {},
                      },
                      memory_gib_per_vcpu: {
                        nesting: 'list',
                        attributes: { max: 'number', min: 'number' },
                        blocks: {},
                      },
                      memory_mib: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
                      network_bandwidth_gbps: {
                        nesting: 'list',
                        attributes: { max: 'number', min: 'number' },
                        blocks: {},
                      },
                      network_interface_count: {
                        nesting: 'list',
                        attributes: { max: 'number', min: 'number' },
                        blocks: {},
                      },
                      total_local_storage_gb: {
                        nesting: 'list',
                        attributes: { max: 'number', min: 'number' },
                        blocks: {},
                      },
                      vcpu_count: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
                    },
                  },
                  launch_template_specification: {
                    nesting: 'list',
                    attributes: { launch_template_id: 'string', launch_template_name: 'string', version: 'string' },
                    blocks: {},
                  },
                },
              },
            },
          },
        },
      },
      tag: { nesting: 'set', attributes: { key: 'string', propagate_at_launch: 'bool', value: 'string' }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { delete: 'string', update: 'string' }, blocks: {} },
      traffic_source: { nesting: 'set', attributes: { identifier: 'string', type: 'string' }, blocks: {} },
      warm_pool: {
        nesting: 'list',
        attributes: { max_group_prepared_capacity: 'number', min_size: 'number', pool_state: 'string' },
        blocks: { instance_reuse_policy: { nesting: 'list', attributes: { reuse_on_scale_in: 'bool' }, blocks: {} } },
      },
    },
  },
  aws_autoscaling_attachment: {
    attributes: {
      autoscaling_group_name: 'string',
      elb: 'string',
      id: 'string',
      lb_target_group_arn: 'string',
      region: 'string',
    },
    blocks: {},
  },
  aws_autoscaling_policy: {
    attributes: {
      adjustment_type: 'string',
      autoscaling_group_name: 'string',
      cooldown: 'number',
      enabled: 'bool',
      estimated_instance_warmup: 'number',
      id: 'string',
      metric_aggregation_type: 'string',
      min_adjustment_magnitude: 'number',
      name: 'string',
      policy_type: 'string',
      region: 'string',
      scaling_adjustment: 'number',
    },
    blocks: {
      predictive_scaling_configuration: {
        nesting: 'list',
        attributes: {
          max_capacity_breach_behavior: 'string',
          max_capacity_buffer: 'string',
          mode: 'string',
          scheduling_buffer_time: 'string',
        },
        blocks: {
          metric_specification: {
            nesting: 'list',
            attributes: { target_value: 'number' },
            blocks: {
              customized_capacity_metric_specification: {
                nesting: 'list',
                attributes: {},
                blocks: {
                  metric_data_queries: {
                    nesting: 'list',
                    attributes: { expression: 'string', id: 'string', label: 'string', return_data: 'bool' },
                    blocks: {
                      metric_stat: {
                        nesting: 'list',
                        attributes: { stat: 'string', unit: 'string' },
                        blocks: {
                          metric: {
                            nesting: 'list',
                            attributes: { metric_name: 'string', namespace: 'string' },
                            blocks: {
                              dimensions: {
                                nesting: 'set',
                                attributes: { name: 'string', value: 'string' },
                                blocks: {},
                              },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
              customized_load_metric_specification: {
                nesting: 'list',
                attributes: {},
                blocks: {
                  metric_data_queries: {
                    nesting: 'list',
                    attributes: { expression: 'string', id: 'string', label: 'string', return_data: 'bool' },
                    blocks: {
                      metric_stat: {
                        nesting: 'list',
                        attributes: { stat: 'string', unit: 'string' },
                        blocks: {
                          metric: {
                            nesting: 'list',
                            attributes: { metric_name: 'string', namespace: 'string' },
                            blocks: {
                              dimensions: {
                                nesting: 'set',
                                attributes: { name: 'string', value: 'string' },
                                blocks: {},
                              },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
              customized_scaling_metric_specification: {
                nesting: 'list',
                attributes: {},
                blocks: {
                  metric_data_queries: {
                    nesting: 'list',
                    attributes: { expression: 'string', id: 'string', label: 'string', return_data: 'bool' },
                    blocks: {
                      metric_stat: {
                        nesting: 'list',
                        attributes: { stat: 'string', unit: 'string' },
                        blocks: {
                          metric: {
                            nesting: 'list',
                            attributes: { metric_name: 'string', namespace: 'string' },
                            blocks: {
                              dimensions: {
                                nesting: 'set',
                                attributes: { name: 'string', value: 'string' },
                                blocks: {},
                              },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
              predefined_load_metric_specification: {
                nesting: 'list',
                attributes: { predefined_metric_type: 'string', resource_label: 'string' },
                blocks: {},
              },
              predefined_metric_pair_specification: {
                nesting: 'list',
                attributes: { predefined_metric_type: 'string', resource_label: 'string' },
                blocks: {},
              },
              predefined_scaling_metric_specification: {
                nesting: 'list',
                attributes: { predefined_metric_type: 'string', resource_label: 'string' },
                blocks: {},
              },
            },
          },
        },
      },
      step_adjustment: {
        nesting: 'set',
        attributes: {
          metric_interval_lower_bound: 'string',
          metric_interval_upper_bound: 'string',
          scaling_adjustment: 'number',
        },
        blocks: {},
      },
      target_tracking_configuration: {
        nesting: 'list',
        attributes: { disable_scale_in: 'bool', target_value: 'number' },
        blocks: {
          customized_metric_specification: {
            nesting: 'list',
            attributes: {
              metric_name: 'string',
              namespace: 'string',
              period: 'number',
              statistic: 'string',
              unit: 'string',
            },
            blocks: {
              metric_dimension: { nesting: 'list', attributes: { name: 'string', value: 'string' }, blocks: {} },
              metrics: {
                nesting: 'set',
                attributes: { expression: 'string', id: 'string', label: 'string', return_data: 'bool' },
                blocks: {
                  metric_stat: {
                    nesting: 'list',
                    attributes: { period: 'number', stat: 'string', unit: 'string' },
                    blocks: {
                      metric: {
                        nesting: 'list',
                        attributes: { metric_name: 'string', namespace: 'string' },
                        blocks: {
                          dimensions: { nesting: 'set', attributes: { name: 'string', value: 'string' }, blocks: {} },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          predefined_metric_specification: {
            nesting: 'list',
            attributes: { predefined_metric_type: 'string', resource_label: 'string' },
            blocks: {},
          },
        },
      },
    },
  },
  aws_autoscaling_schedule: {
    attributes: {
      autoscaling_group_name: 'string',
      desired_capacity: 'number',
      end_time: 'string',
      id: 'string',
      max_size: 'number',
      min_size: 'number',
      recurrence: 'string',
      region: 'string',
      scheduled_action_name: 'string',
      start_time: 'string',
      time_zone: 'string',
    },
    blocks: {},
  },
  aws_autoscaling_traffic_source_attachment: {
    attributes: { autoscaling_group_name: 'string', id: 'string', region: 'string' },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string' }, blocks: {} },
      traffic_source: { nesting: 'list', attributes: { identifier: 'string', type: 'string' }, blocks: {} },
    },
  },
  aws_launch_template: {
    attributes: {
      default_version: 'number',
      description: 'string',
      disable_api_stop: 'bool',
      disable_api_termination: 'bool',
      ebs_optimized: 'string',
      id: 'string',
      image_id: 'string',
      instance_initiated_shutdown_behavior: 'string',
      instance_type: 'string',
      kernel_id: 'string',
      key_name: 'string',
      name: 'string',
      name_prefix: 'string',
      ram_disk_id: 'string',
      region: 'string',
      security_group_names: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      update_default_version: 'bool',
      user_data: 'string',
      vpc_security_group_ids: ['set', 'string'],
    },
    blocks: {
      block_device_mappings: {
        nesting: 'list',
        attributes: { device_name: 'string', no_device: 'string', virtual_name: 'string' },
        blocks: {
          ebs: {
            nesting: 'list',
            attributes: {
              delete_on_termination: 'string',
              encrypted: 'string',
              iops: 'number',
              kms_key_id: 'string',
              snapshot_id: 'string',
              throughput: 'number',
              volume_initialization_rate: 'number',
              volume_size: 'number',
              volume_type: 'string',
            },
            blocks: {},
          },
        },
      },
      capacity_reservation_specification: {
        nesting: 'list',
        attributes: { capacity_reservation_preference: 'string' },
        blocks: {
          capacity_reservation_target: {
            nesting: 'list',
            attributes: { capacity_reservation_id: 'string', capacity_reservation_resource_group_arn: 'string' },
            blocks: {},
          },
        },
      },
      cpu_options: {
        nesting: 'list',
        attributes: { amd_sev_snp: 'string', core_count: 'number', threads_per_core: 'number' },
        blocks: {},
      },
      credit_specification: { nesting: 'list', attributes: { cpu_credits: 'string' }, blocks: {} },
      enclave_options: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} },
      hibernation_options: { nesting: 'list', attributes: { configured: 'bool' }, blocks: {} },
      iam_instance_profile: { nesting: 'list', attributes: { arn: 'string', name: 'string' }, blocks: {} },
      instance_market_options: {
        nesting: 'list',
        attributes: { market_type: 'string' },
        blocks: {
          spot_options: {
            nesting: 'list',
            attributes: {
              block_duration_minutes: 'number',
              instance_interruption_behavior: 'string',
              max_price: 'string',
              spot_instance_type: 'string',
              valid_until: 'string',
            },
            blocks: {},
          },
        },
      },
      instance_requirements: {
        nesting: 'list',
        attributes: {
          accelerator_manufacturers: ['set', 'string'],
          accelerator_names: ['set', 'string'],
          accelerator_types: ['set', 'string'],
          allowed_instance_types: ['set', 'string'],
          bare_metal: 'string',
          burstable_performance: 'string',
          cpu_manufacturers: ['set', 'string'],
          excluded_instance_types: ['set', 'string'],
          instance_generations: ['set', 'string'],
          local_storage: 'string',
          local_storage_types: ['set', 'string'],
          max_spot_price_as_percentage_of_optimal_on_demand_price: 'number',
          on_demand_max_price_percentage_over_lowest_price: 'number',
          require_hibernate_support: 'bool',
          spot_max_price_percentage_over_lowest_price: 'number',
        },
        blocks: {
          accelerator_count: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
          accelerator_total_memory_mib: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
          baseline_ebs_bandwidth_mbps: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
          memory_gib_per_vcpu: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
          memory_mib: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
          network_bandwidth_gbps: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
          network_interface_count: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
          total_local_storage_gb: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
          vcpu_count: { nesting: 'list', attributes: { max: 'number', min: 'number' }, blocks: {} },
        },
      },
      license_specification: { nesting: 'set', attributes: { license_configuration_arn: 'string' }, blocks: {} },
      maintenance_options: { nesting: 'list', attributes: { auto_recovery: 'string' }, blocks: {} },
      metadata_options: {
        nesting: 'list',
        attributes: {
          http_endpoint: 'string',
          http_protocol_ipv6: 'string',
          http_put_response_hop_limit: 'number',
          http_tokens: 'string',
          instance_metadata_tags: 'string',
        },
        blocks: {},
      },
      monitoring: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} },
      network_interfaces: {
        nesting: 'list',
        attributes: {
          associate_carrier_ip_address: 'string',
          associate_public_ip_address: 'string',
          delete_on_termination: 'string',
          description: 'string',
          device_index: 'number',
          interface_type: 'string',
          ipv4_address_count: 'number',
          ipv4_addresses: ['set', 'string'],
          ipv4_prefix_count: 'number',
          ipv4_prefixes: ['set', 'string'],
          ipv6_address_count: 'number',
          ipv6_addresses: ['set', 'string'],
          ipv6_prefix_count: 'number',
          ipv6_prefixes: ['set', 'string'],
          network_card_index: 'number',
          network_interface_id: 'string',
          primary_ipv6: 'string',
          private_ip_address: 'string',
          security_groups: ['set', 'string'],
          subnet_id: 'string',
        },
        blocks: {
          connection_tracking_specification: {
            nesting: 'list',
            attributes: { tcp_established_timeout: 'number', udp_stream_timeout: 'number', udp_timeout: 'number' },
            blocks: {},
          },
          ena_srd_specification: {
            nesting: 'list',
            attributes: { ena_srd_enabled: 'bool' },
            blocks: {
              ena_srd_udp_specification: { nesting: 'list', attributes: { ena_srd_udp_enabled: 'bool' }, blocks: {} },
            },
          },
        },
      },
      placement: {
        nesting: 'list',
        attributes: {
          affinity: 'string',
          availability_zone: 'string',
          group_id: 'string',
          group_name: 'string',
          host_id: 'string',
          host_resource_group_arn: 'string',
          partition_number: 'number',
          spread_domain: 'string',
          tenancy: 'string',
        },
        blocks: {},
      },
      private_dns_name_options: {
        nesting: 'list',
        attributes: {
          enable_resource_name_dns_a_record: 'bool',
          enable_resource_name_dns_aaaa_record: 'bool',
          hostname_type: 'string',
        },
        blocks: {},
      },
      tag_specifications: {
        nesting: 'list',
        attributes: { resource_type: 'string', tags: ['map', 'string'] },
        blocks: {},
      },
    },
  },
  aws_launch_configuration: {
    attributes: {
      associate_public_ip_address: 'bool',
      ebs_optimized: 'bool',
      enable_monitoring: 'bool',
      iam_instance_profile: 'string',
      id: 'string',
      image_id: 'string',
      instance_type: 'string',
      key_name: 'string',
      name: 'string',
      name_prefix: 'string',
      placement_tenancy: 'string',
      region: 'string',
      security_groups: ['set', 'string'],
      spot_price: 'string',
      user_data: 'string',
      user_data_base64: 'string',
    },
    blocks: {
      ebs_block_device: {
        nesting: 'set',
        attributes: {
          delete_on_termination: 'bool',
          device_name: 'string',
          encrypted: 'bool',
          iops: 'number',
          no_device: 'bool',
          snapshot_id: 'string',
          throughput: 'number',
          volume_size: 'number',
          volume_type: 'string',
        },
        blocks: {},
      },
      ephemeral_block_device: {
        nesting: 'set',
        attributes: { device_name: 'string', no_device: 'bool', virtual_name: 'string' },
        blocks: {},
      },
      metadata_options: {
        nesting: 'list',
        attributes: { http_endpoint: 'string', http_put_response_hop_limit: 'number', http_tokens: 'string' },
        blocks: {},
      },
      root_block_device: {
        nesting: 'list',
        attributes: {
          delete_on_termination: 'bool',
          encrypted: 'bool',
          iops: 'number',
          throughput: 'number',
          volume_size: 'number',
          volume_type: 'string',
        },
        blocks: {},
      },
    },
  },
  aws_instance: {
    attributes: {
      ami: 'string',
      associate_public_ip_address: 'bool',
      availability_zone: 'string',
      disable_api_stop: 'bool',
      disable_api_termination: 'bool',
      ebs_optimized: 'bool',
      enable_primary_ipv6: 'bool',
      force_destroy: 'bool',
      get_password_data: 'bool',
      hibernation: 'bool',
      host_id: 'string',
      host_resource_group_arn: 'string',
      iam_instance_profile: 'string',
      id: 'string',
      instance_initiated_shutdown_behavior: 'string',
      instance_type: 'string',
      ipv6_address_count: 'number',
      ipv6_addresses: ['list', 'string'],
      key_name: 'string',
      monitoring: 'bool',
      placement_group: 'string',
      placement_group_id: 'string',
      placement_partition_number: 'number',
      private_ip: 'string',
      region: 'string',
      secondary_private_ips: ['set', 'string'],
      security_groups: ['set', 'string'],
      source_dest_check: 'bool',
      subnet_id: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      tenancy: 'string',
      user_data: 'string',
      user_data_base64: 'string',
      user_data_replace_on_change: 'bool',
      volume_tags: ['map', 'string'],
      vpc_security_group_ids: ['set', 'string'],
    },
    blocks: {
      capacity_reservation_specification: {
        nesting: 'list',
        attributes: { capacity_reservation_preference: 'string' },
        blocks: {
          capacity_reservation_target: {
            nesting: 'list',
            attributes: { capacity_reservation_id: 'string', capacity_reservation_resource_group_arn: 'string' },
            blocks: {},
          },
        },
      },
      cpu_options: {
        nesting: 'list',
        attributes: { amd_sev_snp: 'string', core_count: 'number', threads_per_core: 'number' },
        blocks: {},
      },
      credit_specification: { nesting: 'list', attributes: { cpu_credits: 'string' }, blocks: {} },
      ebs_block_device: {
        nesting: 'set',
        attributes: {
          delete_on_termination: 'bool',
          device_name: 'string',
          encrypted: 'bool',
          iops: 'number',
          kms_key_id: 'string',
          snapshot_id: 'string',
          tags: ['map', 'string'],
          tags_all: ['map', 'string'],
          throughput: 'number',
          volume_size: 'number',
          volume_type: 'string',
        },
        blocks: {},
      },
      enclave_options: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} },
      ephemeral_block_device: {
        nesting: 'set',
        attributes: { device_name: 'string', no_device: 'bool', virtual_name: 'string' },
        blocks: {},
      },
      instance_market_options: {
        nesting: 'list',
        attributes: { market_type: 'string' },
        blocks: {
          spot_options: {
            nesting: 'list',
            attributes: {
              instance_interruption_behavior: 'string',
              max_price: 'string',
              spot_instance_type: 'string',
              valid_until: 'string',
            },
            blocks: {},
          },
        },
      },
      launch_template: { nesting: 'list', attributes: { id: 'string', name: 'string', version: 'string' }, blocks: {} },
      maintenance_options: { nesting: 'list', attributes: { auto_recovery: 'string' }, blocks: {} },
      metadata_options: {
        nesting: 'list',
        attributes: {
          http_endpoint: 'string',
          http_protocol_ipv6: 'string',
          http_put_response_hop_limit: 'number',
          http_tokens: 'string',
          instance_metadata_tags: 'string',
        },
        blocks: {},
      },
      network_interface: {
        nesting: 'set',
        attributes: {
          delete_on_termination: 'bool',
          device_index: 'number',
          network_card_index: 'number',
          network_interface_id: 'string',
        },
        blocks: {},
      },
      primary_network_interface: { nesting: 'list', attributes: { network_interface_id: 'string' }, blocks: {} },
      private_dns_name_options: {
        nesting: 'list',
        attributes: {
          enable_resource_name_dns_a_record: 'bool',
          enable_resource_name_dns_aaaa_record: 'bool',
          hostname_type: 'string',
        },
        blocks: {},
      },
      root_block_device: {
        nesting: 'list',
        attributes: {
          delete_on_termination: 'bool',
          encrypted: 'bool',
          iops: 'number',
          kms_key_id: 'string',
          tags: ['map', 'string'],
          tags_all: ['map', 'string'],
          throughput: 'number',
          volume_size: 'number',
          volume_type: 'string',
        },
        blocks: {},
      },
      timeouts: {
        nesting: 'single',
        attributes: { create: 'string', delete: 'string', read: 'string', update: 'string' },
        blocks: {},
      },
    },
  },
  aws_spot_instance_request: {
    attributes: {
      ami: 'string',
      associate_public_ip_address: 'bool',
      availability_zone: 'string',
      disable_api_stop: 'bool',
      disable_api_termination: 'bool',
      ebs_optimized: 'bool',
      enable_primary_ipv6: 'bool',
      force_destroy: 'bool',
      get_password_data: 'bool',
      hibernation: 'bool',
      host_id: 'string',
      host_resource_group_arn: 'string',
      iam_instance_profile: 'string',
      id: 'string',
      instance_initiated_shutdown_behavior: 'string',
      instance_interruption_behavior: 'string',
      instance_type: 'string',
      ipv6_address_count: 'number',
      ipv6_addresses: ['list', 'string'],
      key_name: 'string',
      launch_group: 'string',
      monitoring: 'bool',
      placement_group: 'string',
      placement_group_id: 'string',
      placement_partition_number: 'number',
      private_ip: 'string',
      region: 'string',
      secondary_private_ips: ['set', 'string'],
      security_groups: ['set', 'string'],
      source_dest_check: 'bool',
      spot_price: 'string',
      spot_type: 'string',
      subnet_id: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      tenancy: 'string',
      user_data: 'string',
      user_data_base64: 'string',
      user_data_replace_on_change: 'bool',
      valid_from: 'string',
      valid_until: 'string',
      volume_tags: ['map', 'string'],
      vpc_security_group_ids: ['set', 'string'],
      wait_for_fulfillment: 'bool',
    },
    blocks: {
      capacity_reservation_specification: {
        nesting: 'list',
        attributes: { capacity_reservation_preference: 'string' },
        blocks: {
          capacity_reservation_target: {
            nesting: 'list',
            attributes: { capacity_reservation_id: 'string', capacity_reservation_resource_group_arn: 'string' },
            blocks: {},
          },
        },
      },
      cpu_options: {
        nesting: 'list',
        attributes: { amd_sev_snp: 'string', core_count: 'number', threads_per_core: 'number' },
        blocks: {},
      },
      credit_specification: { nesting: 'list', attributes: { cpu_credits: 'string' }, blocks: {} },
      ebs_block_device: {
        nesting: 'set',
        attributes: {
          delete_on_termination: 'bool',
          device_name: 'string',
          encrypted: 'bool',
          iops: 'number',
          kms_key_id: 'string',
          snapshot_id: 'string',
          tags: ['map', 'string'],
          tags_all: ['map', 'string'],
          throughput: 'number',
          volume_size: 'number',
          volume_type: 'string',
        },
        blocks: {},
      },
      enclave_options: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} },
      ephemeral_block_device: {
        nesting: 'set',
        attributes: { device_name: 'string', no_device: 'bool', virtual_name: 'string' },
        blocks: {},
      },
      launch_template: { nesting: 'list', attributes: { id: 'string', name: 'string', version: 'string' }, blocks: {} },
      maintenance_options: { nesting: 'list', attributes: { auto_recovery: 'string' }, blocks: {} },
      metadata_options: {
        nesting: 'list',
        attributes: {
          http_endpoint: 'string',
          http_protocol_ipv6: 'string',
          http_put_response_hop_limit: 'number',
          http_tokens: 'string',
          instance_metadata_tags: 'string',
        },
        blocks: {},
      },
      network_interface: {
        nesting: 'set',
        attributes: { delete_on_termination: 'bool', device_index: 'number', network_interface_id: 'string' },
        blocks: {},
      },
      private_dns_name_options: {
        nesting: 'list',
        attributes: {
          enable_resource_name_dns_a_record: 'bool',
          enable_resource_name_dns_aaaa_record: 'bool',
          hostname_type: 'string',
        },
        blocks: {},
      },
      root_block_device: {
        nesting: 'list',
        attributes: {
          delete_on_termination: 'bool',
          encrypted: 'bool',
          iops: 'number',
          kms_key_id: 'string',
          tags: ['map', 'string'],
          tags_all: ['map', 'string'],
          throughput: 'number',
          volume_size: 'number',
          volume_type: 'string',
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', read: 'string' }, blocks: {} },
    },
  },
  aws_ami: {
    attributes: {
      architecture: 'string',
      boot_mode: 'string',
      deprecation_time: 'string',
      description: 'string',
      ena_support: 'bool',
      id: 'string',
      image_location: 'string',
      imds_support: 'string',
      kernel_id: 'string',
      name: 'string',
      ramdisk_id: 'string',
      region: 'string',
      root_device_name: 'string',
      sriov_net_support: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      tpm_support: 'string',
      uefi_data: 'string',
      virtualization_type: 'string',
    },
    blocks: {
      ebs_block_device: {
        nesting: 'set',
        attributes: {
          delete_on_termination: 'bool',
          device_name: 'string',
          encrypted: 'bool',
          iops: 'number',
          outpost_arn: 'string',
          snapshot_id: 'string',
          throughput: 'number',
          volume_size: 'number',
          volume_type: 'string',
        },
        blocks: {},
      },
      ephemeral_block_device: {
        nesting: 'set',
        attributes: { device_name: 'string', virtual_name: 'string' },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_ami_copy: {
    attributes: {
      deprecation_time: 'string',
      description: 'string',
      destination_outpost_arn: 'string',
      encrypted: 'bool',
      id: 'string',
      kms_key_id: 'string',
      name: 'string',
      region: 'string',
      source_ami_id: 'string',
      source_ami_region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      ebs_block_device: { nesting: 'set', attributes: {}, blocks: {} },
      ephemeral_block_device: { nesting: 'set', attributes: {}, blocks: {} },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_ami_from_instance: {
    attributes: {
      deprecation_time: 'string',
      description: 'string',
      id: 'string',
      name: 'string',
      region: 'string',
      snapshot_without_reboot: 'bool',
      source_instance_id: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      ebs_block_device: { nesting: 'set', attributes: {}, blocks: {} },
      ephemeral_block_device: { nesting: 'set', attributes: {}, blocks: {} },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_key_pair: {
    attributes: {
      id: 'string',
      key_name: 'string',
      key_name_prefix: 'string',
      public_key: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {},
  },
  aws_ebs_volume: {
    attributes: {
      availability_zone: 'string',
      encrypted: 'bool',
      final_snapshot: 'bool',
      id: 'string',
      iops: 'number',
      kms_key_id: 'string',
      multi_attach_enabled: 'bool',
      outpost_arn: 'string',
      region: 'string',
      size: 'number',
      snapshot_id: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      throughput: 'number',
      type: 'string',
      volume_initialization_rate: 'number',
    },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_volume_attachment: {
    attributes: {
      device_name: 'string',
      force_detach: 'bool',
      id: 'string',
      instance_id: 'string',
      region: 'string',
      skip_destroy: 'bool',
      stop_instance_before_detaching: 'bool',
      volume_id: 'string',
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string' }, blocks: {} } },
  },
  aws_vpc: {
    attributes: {
      assign_generated_ipv6_cidr_block: 'bool',
      cidr_block: 'string',
      enable_dns_hostnames: 'bool',
      enable_dns_support: 'bool',
      enable_network_address_usage_metrics: 'bool',
      id: 'string',
      instance_tenancy: 'string',
      ipv4_ipam_pool_id: 'string',
      ipv4_netmask_length: 'number',
      ipv6_cidr_block: 'string',
      ipv6_cidr_block_network_border_group: 'string',
      ipv6_ipam_pool_id: 'string',
      ipv6_netmask_length: 'number',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {},
  },
  aws_subnet: {
    attributes: {
      assign_ipv6_address_on_creation: 'bool',
      availability_zone: 'string',
      availability_zone_id: 'string',
      cidr_block: 'string',
      customer_owned_ipv4_pool: 'string',
      enable_dns64: 'bool',
      enable_lni_at_device_index: 'number',
      enable_resource_name_dns_a_record_on_launch: 'bool',
      enable_resource_name_dns_aaaa_record_on_launch: 'bool',
      id: 'string',
      ipv6_cidr_block: 'string',
      ipv6_native: 'bool',
      map_customer_owned_ip_on_launch: 'bool',
      map_public_ip_on_launch: 'bool',
      outpost_arn: 'string',
      private_dns_hostname_type_on_launch: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string' }, blocks: {} } },
  },
  aws_internet_gateway: {
    attributes: {
      id: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_egress_only_internet_gateway: {
    attributes: {
      id: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {},
  },
  aws_nat_gateway: {
    attributes: {
      allocation_id: 'string',
      availability_mode: 'string',
      connectivity_type: 'string',
      id: 'string',
      private_ip: 'string',
      region: 'string',
      secondary_allocation_ids: ['set', 'string'],
      secondary_private_ip_address_count: 'number',
      secondary_private_ip_addresses: ['set', 'string'],
      subnet_id: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {
      availability_zone_address: {
        nesting: 'set',
        attributes: { allocation_ids: ['set', 'string'], availability_zone: 'string', availability_zone_id: 'string' },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_eip: {
    attributes: {
      address: 'string',
      associate_with_private_ip: 'string',
      customer_owned_ipv4_pool: 'string',
      domain: 'string',
      id: 'string',
      instance: 'string',
      ipam_pool_id: 'string',
      network_border_group: 'string',
      network_interface: 'string',
      public_ipv4_pool: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      timeouts: { nesting: 'single', attributes: { delete: 'string', read: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_eip_association: {
    attributes: {
      allocation_id: 'string',
      allow_reassociation: 'bool',
      id: 'string',
      instance_id: 'string',
      network_interface_id: 'string',
      private_ip_address: 'string',
      public_ip: 'string',
      region: 'string',
    },
    blocks: {},
  },
  aws_route_table: {
    attributes: {
      id: 'string',
      propagating_vgws: ['set', 'string'],
      region: 'string',
      route: [
        'set',
        [
          'object',
          {
            carrier_gateway_id: 'string',
            cidr_block: 'string',
            core_network_arn: 'string',
            destination_prefix_list_id: 'string',
            egress_only_gateway_id: 'string',
            gateway_id: 'string',
            ipv6_cidr_block: 'string',
            local_gateway_id: 'string',
            nat_gateway_id: 'string',
            network_interface_id: 'string',
            transit_gateway_id: 'string',
            vpc_endpoint_id: 'string',
            vpc_peering_connection_id: 'string',
          },
        ],
      ],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_default_route_table: {
    attributes: {
      default_route_table_id: 'string',
      id: 'string',
      propagating_vgws: ['set', 'string'],
      region: 'string',
      route: [
        'set',
        [
          'object',
          {
            cidr_block: 'string',
            core_network_arn: 'string',
            destination_prefix_list_id: 'string',
            egress_only_gateway_id: 'string',
            gateway_id: 'string',
            instance_id: 'string',
            ipv6_cidr_block: 'string',
            nat_gateway_id: 'string',
            network_interface_id: 'string',
            transit_gateway_id: 'string',
            vpc_endpoint_id: 'string',
            vpc_peering_connection_id: 'string',
          },
        ],
      ],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string', update: 'string' }, blocks: {} } },
  },
  aws_route: {
    attributes: {
      carrier_gateway_id: 'string',
      core_network_arn: 'string',
      destination_cidr_block: 'string',
      destination_ipv6_cidr_block: 'string',
      destination_prefix_list_id: 'string',
      egress_only_gateway_id: 'string',
      gateway_id: 'string',
      id: 'string',
      local_gateway_id: 'string',
      nat_gateway_id: 'string',
      network_interface_id: 'string',
      region: 'string',
      route_table_id: 'string',
      transit_gateway_id: 'string',
      vpc_endpoint_id: 'string',
      vpc_peering_connection_id: 'string',
    },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_route_table_association: {
    attributes: { gateway_id: 'string', id: 'string', region: 'string', route_table_id: 'string', subnet_id: 'string' },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_main_route_table_association: {
    attributes: { id: 'string', region: 'string', route_table_id: 'string', vpc_id: 'string' },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_network_acl: {
    attributes: {
      egress: [
        'set',
        [
          'object',
          {
            action: 'string',
            cidr_block: 'string',
            from_port: 'number',
            icmp_code: 'number',
            icmp_type: 'number',
            ipv6_cidr_block: 'string',
            protocol: 'string',
            rule_no: 'number',
            to_port: 'number',
          },
        ],
      ],
      id: 'string',
      ingress: [
        'set',
        [
          'object',
          {
            action: 'string',
            cidr_block: 'string',
            from_port: 'number',
            icmp_code: 'number',
            icmp_type: 'number',
            ipv6_cidr_block: 'string',
            protocol: 'string',
            rule_no: 'number',
            to_port: 'number',
          },
        ],
      ],
      region: 'string',
      subnet_ids: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {},
  },
  aws_network_acl_rule: {
    attributes: {
      cidr_block: 'string',
      egress: 'bool',
      from_port: 'number',
      icmp_code: 'number',
      icmp_type: 'number',
      id: 'string',
      ipv6_cidr_block: 'string',
      network_acl_id: 'string',
      protocol: 'string',
      region: 'string',
      rule_action: 'string',
      rule_number: 'number',
      to_port: 'number',
    },
    blocks: {},
  },
  aws_default_network_acl: {
    attributes: {
      default_network_acl_id: 'string',
      id: 'string',
      region: 'string',
      subnet_ids: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      egress: {
        nesting: 'set',
        attributes: {
          action: 'string',
          cidr_block: 'string',
          from_port: 'number',
          icmp_code: 'number',
          icmp_type: 'number',
          ipv6_cidr_block: 'string',
          protocol: 'string',
          rule_no: 'number',
          to_port: 'number',
        },
        blocks: {},
      },
      ingress: {
        nesting: 'set',
        attributes: {
          action: 'string',
          cidr_block: 'string',
          from_port: 'number',
          icmp_code: 'number',
          icmp_type: 'number',
          ipv6_cidr_block: 'string',
          protocol: 'string',
          rule_no: 'number',
          to_port: 'number',
        },
        blocks: {},
      },
    },
  },
  aws_vpc_endpoint: {
    attributes: {
      auto_accept: 'bool',
      id: 'string',
      ip_address_type: 'string',
      policy: 'string',
      private_dns_enabled: 'bool',
      region: 'string',
      resource_configuration_arn: 'string',
      route_table_ids: ['set', 'string'],
      security_group_ids: ['set', 'string'],
      service_name: 'string',
      service_network_arn: 'string',
      service_region: 'string',
      subnet_ids: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_endpoint_type: 'string',
      vpc_id: 'string',
    },
    blocks: {
      dns_options: {
        nesting: 'list',
        attributes: { dns_record_ip_type: 'string', private_dns_only_for_inbound_resolver_endpoint: 'bool' },
        blocks: {},
      },
      subnet_configuration: {
        nesting: 'set',
        attributes: { ipv4: 'string', ipv6: 'string', subnet_id: 'string' },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_vpc_endpoint_security_group_association: {
    attributes: {
      id: 'string',
      region: 'string',
      replace_default_association: 'bool',
      security_group_id: 'string',
      vpc_endpoint_id: 'string',
    },
    blocks: {},
  },
  aws_vpc_peering_connection: {
    attributes: {
      auto_accept: 'bool',
      id: 'string',
      peer_owner_id: 'string',
      peer_region: 'string',
      peer_vpc_id: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {
      accepter: { nesting: 'list', attributes: { allow_remote_vpc_dns_resolution: 'bool' }, blocks: {} },
      requester: { nesting: 'list', attributes: { allow_remote_vpc_dns_resolution: 'bool' }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_vpc_peering_connection_accepter: {
    attributes: {
      auto_accept: 'bool',
      id: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_peering_connection_id: 'string',
    },
    blocks: {
      accepter: { nesting: 'list', attributes: { allow_remote_vpc_dns_resolution: 'bool' }, blocks: {} },
      requester: { nesting: 'list', attributes: { allow_remote_vpc_dns_resolution: 'bool' }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { create: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_vpc_dhcp_options: {
    attributes: {
      domain_name: 'string',
      domain_name_servers: ['list', 'string'],
      id: 'string',
      ipv6_address_preferred_lease_time: 'string',
      netbios_name_servers: ['list', 'string'],
      netbios_node_type: 'string',
      ntp_servers: ['list', 'string'],
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {},
  },
  aws_flow_log: {
    attributes: {
      deliver_cross_account_role: 'string',
      eni_id: 'string',
      iam_role_arn: 'string',
      id: 'string',
      log_destination: 'string',
      log_destination_type: 'string',
      log_format: 'string',
      max_aggregation_interval: 'number',
      region: 'string',
      regional_nat_gateway_id: 'string',
      subnet_id: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      traffic_type: 'string',
      transit_gateway_attachment_id: 'string',
      transit_gateway_id: 'string',
      vpc_id: 'string',
    },
    blocks: {
      destination_options: {
        nesting: 'list',
        attributes: { file_format: 'string', hive_compatible_partitions: 'bool', per_hour_partition: 'bool' },
        blocks: {},
      },
    },
  },
  aws_network_interface: {
    attributes: {
      description: 'string',
      enable_primary_ipv6: 'bool',
      id: 'string',
      interface_type: 'string',
      ipv4_prefix_count: 'number',
      ipv4_prefixes: ['set', 'string'],
      ipv6_address_count: 'number',
      ipv6_address_list: ['list', 'string'],
      ipv6_address_list_enabled: 'bool',
      ipv6_addresses: ['set', 'string'],
      ipv6_prefix_count: 'number',
      ipv6_prefixes: ['set', 'string'],
      private_ip: 'string',
      private_ip_list: ['list', 'string'],
      private_ip_list_enabled: 'bool',
      private_ips: ['set', 'string'],
      private_ips_count: 'number',
      region: 'string',
      security_groups: ['set', 'string'],
      source_dest_check: 'bool',
      subnet_id: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      attachment: {
        nesting: 'set',
        attributes: { device_index: 'number', instance: 'string', network_card_index: 'number' },
        blocks: {},
      },
    },
  },
  aws_network_interface_attachment: {
    attributes: {
      device_index: 'number',
      id: 'string',
      instance_id: 'string',
      network_card_index: 'number',
      network_interface_id: 'string',
      region: 'string',
    },
    blocks: {},
  },
  aws_network_interface_sg_attachment: {
    attributes: { id: 'string', network_interface_id: 'string', region: 'string', security_group_id: 'string' },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', read: 'string' }, blocks: {} },
    },
  },
  aws_security_group: {
    attributes: {
      description: 'string',
      egress: [
        'set',
        [
          'object',
          {
            cidr_blocks: ['list', 'string'],
            description: 'string',
            from_port: 'number',
            ipv6_cidr_blocks: ['list', 'string'],
            prefix_list_ids: ['list', 'string'],
            protocol: 'string',
            security_groups: ['set', 'string'],
            self: 'bool',
            to_port: 'number',
          },
        ],
      ],
      id: 'string',
      ingress: [
        'set',
        [
          'object',
          {
            cidr_blocks: ['list', 'string'],
            description: 'string',
            from_port: 'number',
            ipv6_cidr_blocks: ['list', 'string'],
            prefix_list_ids: ['list', 'string'],
            protocol: 'string',
            security_groups: ['set', 'string'],
            self: 'bool',
            to_port: 'number',
          },
        ],
      ],
      name: 'string',
      name_prefix: 'string',
      region: 'string',
      revoke_rules_on_delete: 'bool',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string' }, blocks: {} } },
  },
  aws_security_group_rule: {
    attributes: {
      cidr_blocks: ['list', 'string'],
      description: 'string',
      from_port: 'number',
      id: 'string',
      ipv6_cidr_blocks: ['list', 'string'],
      prefix_list_ids: ['list', 'string'],
      protocol: 'string',
      region: 'string',
      security_group_id: 'string',
      self: 'bool',
      source_security_group_id: 'string',
      to_port: 'number',
      type: 'string',
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string' }, blocks: {} } },
  },
  aws_vpc_security_group_ingress_rule: {
    attributes: {
      cidr_ipv4: 'string',
      cidr_ipv6: 'string',
      description: 'string',
      from_port: 'number',
      ip_protocol: 'string',
      prefix_list_id: 'string',
      referenced_security_group_id: 'string',
      region: 'string',
      security_group_id: 'string',
      tags: ['map', 'string'],
      to_port: 'number',
    },
    blocks: {},
  },
  aws_vpc_security_group_egress_rule: {
    attributes: {
      cidr_ipv4: 'string',
      cidr_ipv6: 'string',
      description: 'string',
      from_port: 'number',
      ip_protocol: 'string',
      prefix_list_id: 'string',
      referenced_security_group_id: 'string',
      region: 'string',
      security_group_id: 'string',
      tags: ['map', 'string'],
      to_port: 'number',
    },
    blocks: {},
  },
  aws_default_security_group: {
    attributes: {
      egress: [
        'set',
        [
          'object',
          {
            cidr_blocks: ['list', 'string'],
            description: 'string',
            from_port: 'number',
            ipv6_cidr_blocks: ['list', 'string'],
            prefix_list_ids: ['list', 'string'],
            protocol: 'string',
            security_groups: ['set', 'string'],
            self: 'bool',
            to_port: 'number',
          },
        ],
      ],
      id: 'string',
      ingress: [
        'set',
        [
          'object',
          {
            cidr_blocks: ['list', 'string'],
            description: 'string',
            from_port: 'number',
            ipv6_cidr_blocks: ['list', 'string'],
            prefix_list_ids: ['list', 'string'],
            protocol: 'string',
            security_groups: ['set', 'string'],
            self: 'bool',
            to_port: 'number',
          },
        ],
      ],
      region: 'string',
      revoke_rules_on_delete: 'bool',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {},
  },
  aws_default_vpc: {
    attributes: {
      assign_generated_ipv6_cidr_block: 'bool',
      enable_dns_hostnames: 'bool',
      enable_dns_support: 'bool',
      enable_network_address_usage_metrics: 'bool',
      force_destroy: 'bool',
      id: 'string',
      ipv6_cidr_block: 'string',
      ipv6_cidr_block_network_border_group: 'string',
      ipv6_ipam_pool_id: 'string',
      ipv6_netmask_length: 'number',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {},
  },
  aws_default_subnet: {
    attributes: {
      assign_ipv6_address_on_creation: 'bool',
      availability_zone: 'string',
      customer_owned_ipv4_pool: 'string',
      enable_dns64: 'bool',
      enable_resource_name_dns_a_record_on_launch: 'bool',
      enable_resource_name_dns_aaaa_record_on_launch: 'bool',
      force_destroy: 'bool',
      id: 'string',
      ipv6_cidr_block: 'string',
      ipv6_native: 'bool',
      map_customer_owned_ip_on_launch: 'bool',
      map_public_ip_on_launch: 'bool',
      private_dns_hostname_type_on_launch: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string' }, blocks: {} } },
  },
  aws_ec2_managed_prefix_list: {
    attributes: {
      address_family: 'string',
      id: 'string',
      max_entries: 'number',
      name: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: { entry: { nesting: 'set', attributes: { cidr: 'string', description: 'string' }, blocks: {} } },
  },
  aws_ec2_managed_prefix_list_entry: {
    attributes: { cidr: 'string', description: 'string', id: 'string', prefix_list_id: 'string', region: 'string' },
    blocks: {},
  },
  aws_db_instance: {
    attributes: {
      allocated_storage: 'number',
      allow_major_version_upgrade: 'bool',
      apply_immediately: 'bool',
      auto_minor_version_upgrade: 'bool',
      availability_zone: 'string',
      backup_retention_period: 'number',
      backup_target: 'string',
      backup_window: 'string',
      ca_cert_identifier: 'string',
      character_set_name: 'string',
      copy_tags_to_snapshot: 'bool',
      custom_iam_instance_profile: 'string',
      customer_owned_ip_enabled: 'bool',
      database_insights_mode: 'string',
      db_name: 'string',
      db_subnet_group_name: 'string',
      dedicated_log_volume: 'bool',
      delete_automated_backups: 'bool',
      deletion_protection: 'bool',
      domain: 'string',
      domain_auth_secret_arn: 'string',
      domain_dns_ips: ['list', 'string'],
      domain_fqdn: 'string',
      domain_iam_role_name: 'string',
      domain_ou: 'string',
      enabled_cloudwatch_logs_exports: ['set', 'string'],
      engine: 'string',
      engine_lifecycle_support: 'string',
      engine_version: 'string',
      final_snapshot_identifier: 'string',
      iam_database_authentication_enabled: 'bool',
      id: 'string',
      identifier: 'string',
      identifier_prefix: 'string',
      instance_class: 'string',
      iops: 'number',
      kms_key_id: 'string',
      license_model: 'string',
      maintenance_window: 'string',
      manage_master_user_password: 'bool',
      master_user_secret_kms_key_id: 'string',
      max_allocated_storage: 'number',
      monitoring_interval: 'number',
      monitoring_role_arn: 'string',
      multi_az: 'bool',
      nchar_character_set_name: 'string',
      network_type: 'string',
      option_group_name: 'string',
      parameter_group_name: 'string',
      password: 'string',
      password_wo: 'string',
      password_wo_version: 'number',
      performance_insights_enabled: 'bool',
      performance_insights_kms_key_id: 'string',
      performance_insights_retention_period: 'number',
      port: 'number',
      publicly_accessible: 'bool',
      region: 'string',
      replica_mode: 'string',
      replicate_source_db: 'string',
      skip_final_snapshot: 'bool',
      snapshot_identifier: 'string',
      storage_encrypted: 'bool',
      storage_throughput: 'number',
      storage_type: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      timezone: 'string',
      upgrade_storage_config: 'bool',
      username: 'string',
      vpc_security_group_ids: ['set', 'string'],
    },
    blocks: {
      blue_green_update: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} },
      restore_to_point_in_time: {
        nesting: 'list',
        attributes: {
          restore_time: 'string',
          source_db_instance_automated_backups_arn: 'string',
          source_db_instance_identifier: 'string',
          source_dbi_resource_id: 'string',
          use_latest_restorable_time: 'bool',
        },
        blocks: {},
      },
      s3_import: {
        nesting: 'list',
        attributes: {
          bucket_name: 'string',
          bucket_prefix: 'string',
          ingestion_role: 'string',
          source_engine: 'string',
          source_engine_version: 'string',
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_db_subnet_group: {
    attributes: {
      description: 'string',
      id: 'string',
      name: 'string',
      name_prefix: 'string',
      region: 'string',
      subnet_ids: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {},
  },
  aws_db_parameter_group: {
    attributes: {
      description: 'string',
      family: 'string',
      id: 'string',
      name: 'string',
      name_prefix: 'string',
      region: 'string',
      skip_destroy: 'bool',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      parameter: {
        nesting: 'set',
        attributes: { apply_method: 'string', name: 'string', value: 'string' },
        blocks: {},
      },
    },
  },
  aws_db_proxy: {
    attributes: {
      debug_logging: 'bool',
      default_auth_scheme: 'string',
      engine_family: 'string',
      id: 'string',
      idle_client_timeout: 'number',
      name: 'string',
      region: 'string',
      require_tls: 'bool',
      role_arn: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_security_group_ids: ['set', 'string'],
      vpc_subnet_ids: ['set', 'string'],
    },
    blocks: {
      auth: {
        nesting: 'set',
        attributes: {
          auth_scheme: 'string',
          client_password_auth_type: 'string',
          description: 'string',
          iam_auth: 'string',
          secret_arn: 'string',
          username: 'string',
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_db_proxy_default_target_group: {
    attributes: { db_proxy_name: 'string', id: 'string', region: 'string' },
    blocks: {
      connection_pool_config: {
        nesting: 'list',
        attributes: {
          connection_borrow_timeout: 'number',
          init_query: 'string',
          max_connections_percent: 'number',
          max_idle_connections_percent: 'number',
          session_pinning_filters: ['set', 'string'],
        },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_db_proxy_target: {
    attributes: {
      db_cluster_identifier: 'string',
      db_instance_identifier: 'string',
      db_proxy_name: 'string',
      id: 'string',
      region: 'string',
      target_group_name: 'string',
    },
    blocks: {},
  },
  aws_db_snapshot: {
    attributes: {
      db_instance_identifier: 'string',
      db_snapshot_identifier: 'string',
      id: 'string',
      region: 'string',
      shared_accounts: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string' }, blocks: {} } },
  },
  aws_db_instance_automated_backups_replication: {
    attributes: {
      id: 'string',
      kms_key_id: 'string',
      pre_signed_url: 'string',
      region: 'string',
      retention_period: 'number',
      source_db_instance_arn: 'string',
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string' }, blocks: {} } },
  },
  aws_rds_cluster: {
    attributes: {
      allocated_storage: 'number',
      allow_major_version_upgrade: 'bool',
      apply_immediately: 'bool',
      availability_zones: ['set', 'string'],
      backtrack_window: 'number',
      backup_retention_period: 'number',
      ca_certificate_identifier: 'string',
      cluster_identifier: 'string',
      cluster_identifier_prefix: 'string',
      cluster_members: ['set', 'string'],
      cluster_scalability_type: 'string',
      copy_tags_to_snapshot: 'bool',
      database_insights_mode: 'string',
      database_name: 'string',
      db_cluster_instance_class: 'string',
      db_cluster_parameter_group_name: 'string',
      db_instance_parameter_group_name: 'string',
      db_subnet_group_name: 'string',
      db_system_id: 'string',
      delete_automated_backups: 'bool',
      deletion_protection: 'bool',
      domain: 'string',
      domain_iam_role_name: 'string',
      enable_global_write_forwarding: 'bool',
      enable_http_endpoint: 'bool',
      enable_local_write_forwarding: 'bool',
      enabled_cloudwatch_logs_exports: ['set', 'string'],
      engine: 'string',
      engine_lifecycle_support: 'string',
      engine_mode: 'string',
      engine_version: 'string',
      final_snapshot_identifier: 'string',
      global_cluster_identifier: 'string',
      iam_database_authentication_enabled: 'bool',
      iam_roles: ['set', 'string'],
      id: 'string',
      iops: 'number',
      kms_key_id: 'string',
      manage_master_user_password: 'bool',
      master_password: 'string',
      master_password_wo: 'string',
      master_password_wo_version: 'number',
      master_user_secret_kms_key_id: 'string',
      master_username: 'string',
      monitoring_interval: 'number',
      monitoring_role_arn: 'string',
      network_type: 'string',
      performance_insights_enabled: 'bool',
      performance_insights_kms_key_id: 'string',
      performance_insights_retention_period: 'number',
      port: 'number',
      preferred_backup_window: 'string',
      preferred_maintenance_window: 'string',
      region: 'string',
      replication_source_identifier: 'string',
      skip_final_snapshot: 'bool',
      snapshot_identifier: 'string',
      source_region: 'string',
      storage_encrypted: 'bool',
      storage_type: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_security_group_ids: ['set', 'string'],
    },
    blocks: {
      restore_to_point_in_time: {
        nesting: 'list',
        attributes: {
          restore_to_time: 'string',
          restore_type: 'string',
          source_cluster_identifier: 'string',
          source_cluster_resource_id: 'string',
          use_latest_restorable_time: 'bool',
        },
        blocks: {},
      },
      s3_import: {
        nesting: 'list',
        attributes: {
          bucket_name: 'string',
          bucket_prefix: 'string',
          ingestion_role: 'string',
          source_engine: 'string',
          source_engine_version: 'string',
        },
        blocks: {},
      },
      scaling_configuration: {
        nesting: 'list',
        attributes: {
          auto_pause: 'bool',
          max_capacity: 'number',
          min_capacity: 'number',
          seconds_before_timeout: 'number',
          seconds_until_auto_pause: 'number',
          timeout_action: 'string',
        },
        blocks: {},
      },
      serverlessv2_scaling_configuration: {
        nesting: 'list',
        attributes: { max_capacity: 'number', min_capacity: 'number', seconds_until_auto_pause: 'number' },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_rds_cluster_instance: {
    attributes: {
      apply_immediately: 'bool',
      auto_minor_version_upgrade: 'bool',
      availability_zone: 'string',
      ca_cert_identifier: 'string',
      cluster_identifier: 'string',
      copy_tags_to_snapshot: 'bool',
      custom_iam_instance_profile: 'string',
      db_parameter_group_name: 'string',
      db_subnet_group_name: 'string',
      engine: 'string',
      engine_version: 'string',
      force_destroy: 'bool',
      id: 'string',
      identifier: 'string',
      identifier_prefix: 'string',
      instance_class: 'string',
      monitoring_interval: 'number',
      monitoring_role_arn: 'string',
      performance_insights_enabled: 'bool',
      performance_insights_kms_key_id: 'string',
      performance_insights_retention_period: 'number',
      preferred_backup_window: 'string',
      preferred_maintenance_window: 'string',
      promotion_tier: 'number',
      publicly_accessible: 'bool',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_redshift_cluster: {
    attributes: {
      allow_version_upgrade: 'bool',
      apply_immediately: 'bool',
      aqua_configuration_status: 'string',
      automated_snapshot_retention_period: 'number',
      availability_zone: 'string',
      availability_zone_relocation_enabled: 'bool',
      cluster_identifier: 'string',
      cluster_parameter_group_name: 'string',
      cluster_subnet_group_name: 'string',
      cluster_type: 'string',
      cluster_version: 'string',
      database_name: 'string',
      default_iam_role_arn: 'string',
      elastic_ip: 'string',
      encrypted: 'string',
      enhanced_vpc_routing: 'bool',
      final_snapshot_identifier: 'string',
      iam_roles: ['set', 'string'],
      id: 'string',
      kms_key_id: 'string',
      maintenance_track_name: 'string',
      manage_master_password: 'bool',
      manual_snapshot_retention_period: 'number',
      master_password: 'string',
      master_password_secret_kms_key_id: 'string',
      master_password_wo: 'string',
      master_password_wo_version: 'number',
      master_username: 'string',
      multi_az: 'bool',
      node_type: 'string',
      number_of_nodes: 'number',
      owner_account: 'string',
      port: 'number',
      preferred_maintenance_window: 'string',
      publicly_accessible: 'bool',
      region: 'string',
      skip_final_snapshot: 'bool',
      snapshot_arn: 'string',
      snapshot_cluster_identifier: 'string',
      snapshot_identifier: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      vpc_security_group_ids: ['set', 'string'],
    },
    blocks: {
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_elasticache_cluster: {
    attributes: {
      apply_immediately: 'bool',
      auto_minor_version_upgrade: 'string',
      availability_zone: 'string',
      az_mode: 'string',
      cluster_id: 'string',
      engine: 'string',
      engine_version: 'string',
      final_snapshot_identifier: 'string',
      id: 'string',
      ip_discovery: 'string',
      maintenance_window: 'string',
      network_type: 'string',
      node_type: 'string',
      notification_topic_arn: 'string',
      num_cache_nodes: 'number',
      outpost_mode: 'string',
      parameter_group_name: 'string',
      port: 'number',
      preferred_availability_zones: ['list', 'string'],
      preferred_outpost_arn: 'string',
      region: 'string',
      replication_group_id: 'string',
      security_group_ids: ['set', 'string'],
      snapshot_arns: ['list', 'string'],
      snapshot_name: 'string',
      snapshot_retention_limit: 'number',
      snapshot_window: 'string',
      subnet_group_name: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      transit_encryption_enabled: 'bool',
    },
    blocks: {
      log_delivery_configuration: {
        nesting: 'set',
        attributes: { destination: 'string', destination_type: 'string', log_format: 'string', log_type: 'string' },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_db_cluster_snapshot: {
    attributes: {
      db_cluster_identifier: 'string',
      db_cluster_snapshot_identifier: 'string',
      id: 'string',
      region: 'string',
      shared_accounts: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string' }, blocks: {} } },
  },
  aws_kinesis_stream: {
    attributes: {
      arn: 'string',
      encryption_type: 'string',
      enforce_consumer_deletion: 'bool',
      id: 'string',
      kms_key_id: 'string',
      max_record_size_in_kib: 'number',
      name: 'string',
      region: 'string',
      retention_period: 'number',
      shard_count: 'number',
      shard_level_metrics: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      stream_mode_details: { nesting: 'list', attributes: { stream_mode: 'string' }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
    },
  },
  aws_cloudwatch_dashboard: {
    attributes: { dashboard_body: 'string', dashboard_name: 'string', id: 'string', region: 'string' },
    blocks: {},
  },
  aws_cloudwatch_metric_alarm: {
    attributes: {
      actions_enabled: 'bool',
      alarm_actions: ['set', 'string'],
      alarm_description: 'string',
      alarm_name: 'string',
      comparison_operator: 'string',
      datapoints_to_alarm: 'number',
      dimensions: ['map', 'string'],
      evaluate_low_sample_count_percentiles: 'string',
      evaluation_periods: 'number',
      extended_statistic: 'string',
      id: 'string',
      insufficient_data_actions: ['set', 'string'],
      metric_name: 'string',
      namespace: 'string',
      ok_actions: ['set', 'string'],
      period: 'number',
      region: 'string',
      statistic: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      threshold: 'number',
      threshold_metric_id: 'string',
      treat_missing_data: 'string',
      unit: 'string',
    },
    blocks: {
      metric_query: {
        nesting: 'set',
        attributes: {
          account_id: 'string',
          expression: 'string',
          id: 'string',
          label: 'string',
          period: 'number',
          return_data: 'bool',
        },
        blocks: {
          metric: {
            nesting: 'list',
            attributes: {
              dimensions: ['map', 'string'],
              metric_name: 'string',
              namespace: 'string',
              period: 'number',
              stat: 'string',
              unit: 'string',
            },
            blocks: {},
          },
        },
      },
    },
  },
  aws_cloudwatch_log_group: {
    attributes: {
      deletion_protection_enabled: 'bool',
      id: 'string',
      kms_key_id: 'string',
      log_group_class: 'string',
      name: 'string',
      name_prefix: 'string',
      region: 'string',
      retention_in_days: 'number',
      skip_destroy: 'bool',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {},
  },
  aws_sns_topic: {
    attributes: {
      application_failure_feedback_role_arn: 'string',
      application_success_feedback_role_arn: 'string',
      application_success_feedback_sample_rate: 'number',
      archive_policy: 'string',
      content_based_deduplication: 'bool',
      delivery_policy: 'string',
      display_name: 'string',
      fifo_throughput_scope: 'string',
      fifo_topic: 'bool',
      firehose_failure_feedback_role_arn: 'string',
      firehose_success_feedback_role_arn: 'string',
      firehose_success_feedback_sample_rate: 'number',
      http_failure_feedback_role_arn: 'string',
      http_success_feedback_role_arn: 'string',
      http_success_feedback_sample_rate: 'number',
      id: 'string',
      kms_master_key_id: 'string',
      lambda_failure_feedback_role_arn: 'string',
      lambda_success_feedback_role_arn: 'string',
      lambda_success_feedback_sample_rate: 'number',
      name: 'string',
      name_prefix: 'string',
      policy: 'string',
      region: 'string',
      signature_version: 'number',
      sqs_failure_feedback_role_arn: 'string',
      sqs_success_feedback_role_arn: 'string',
      sqs_success_feedback_sample_rate: 'number',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      tracing_config: 'string',
    },
    blocks: {},
  },
  aws_sns_topic_subscription: {
    attributes: {
      confirmation_timeout_in_minutes: 'number',
      delivery_policy: 'string',
      endpoint: 'string',
      endpoint_auto_confirms: 'bool',
      filter_policy: 'string',
      filter_policy_scope: 'string',
      id: 'string',
      protocol: 'string',
      raw_message_delivery: 'bool',
      redrive_policy: 'string',
      region: 'string',
      replay_policy: 'string',
      subscription_role_arn: 'string',
      topic_arn: 'string',
    },
    blocks: {},
  },
  aws_s3_bucket: {
    attributes: {
      acceleration_status: 'string',
      acl: 'string',
      bucket: 'string',
      bucket_prefix: 'string',
      force_destroy: 'bool',
      id: 'string',
      object_lock_enabled: 'bool',
      policy: 'string',
      region: 'string',
      request_payer: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      cors_rule: {
        nesting: 'list',
        attributes: {
          allowed_headers: ['list', 'string'],
          allowed_methods: ['list', 'string'],
          allowed_origins: ['list', 'string'],
          expose_headers: ['list', 'string'],
          max_age_seconds: 'number',
        },
        blocks: {},
      },
      grant: {
        nesting: 'set',
        attributes: { id: 'string', permissions: ['set', 'string'], type: 'string', uri: 'string' },
        blocks: {},
      },
      lifecycle_rule: {
        nesting: 'list',
        attributes: {
          abort_incomplete_multipart_upload_days: 'number',
          enabled: 'bool',
          id: 'string',
          prefix: 'string',
          tags: ['map', 'string'],
        },
        blocks: {
          expiration: {
            nesting: 'list',
            attributes: { date: 'string', days: 'number', expired_object_delete_marker: 'bool' },
            blocks: {},
          },
          noncurrent_version_expiration: { nesting: 'list', attributes: { days: 'number' }, blocks: {} },
          noncurrent_version_transition: {
            nesting: 'set',
            attributes: { days: 'number', storage_class: 'string' },
            blocks: {},
          },
          transition: {
            nesting: 'set',
            attributes: { date: 'string', days: 'number', storage_class: 'string' },
            blocks: {},
          },
        },
      },
      logging: { nesting: 'list', attributes: { target_bucket: 'string', target_prefix: 'string' }, blocks: {} },
      object_lock_configuration: {
        nesting: 'list',
        attributes: { object_lock_enabled: 'string' },
        blocks: {
          rule: {
            nesting: 'list',
            attributes: {},
            blocks: {
              default_retention: {
                nesting: 'list',
                attributes: { days: 'number', mode: 'string', years: 'number' },
                blocks: {},
              },
            },
          },
        },
      },
      replication_configuration: {
        nesting: 'list',
        attributes: { role: 'string' },
        blocks: {
          rules: {
            nesting: 'set',
            attributes: {
              delete_marker_replication_status: 'string',
              id: 'string',
              prefix: 'string',
              priority: 'number',
              status: 'string',
            },
            blocks: {
              destination: {
                nesting: 'list',
                attributes: {
                  account_id: 'string',
                  bucket: 'string',
                  replica_kms_key_id: 'string',
                  storage_class: 'string',
                },
                blocks: {
                  access_control_translation: { nesting: 'list', attributes: { owner: 'string' }, blocks: {} },
                  metrics: { nesting: 'list', attributes: { minutes: 'number', status: 'string' }, blocks: {} },
                  replication_time: {
                    nesting: 'list',
                    attributes: { minutes: 'number', status: 'string' },
                    blocks: {},
                  },
                },
              },
              filter: { nesting: 'list', attributes: { prefix: 'string', tags: ['map', 'string'] }, blocks: {} },
              source_selection_criteria: {
                nesting: 'list',
                attributes: {},
                blocks: { sse_kms_encrypted_objects: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} } },
              },
            },
          },
        },
      },
      server_side_encryption_configuration: {
        nesting: 'list',
        attributes: {},
        blocks: {
          rule: {
            nesting: 'list',
            attributes: { bucket_key_enabled: 'bool' },
            blocks: {
              apply_server_side_encryption_by_default: {
                nesting: 'list',
                attributes: { kms_master_key_id: 'string', sse_algorithm: 'string' },
                blocks: {},
              },
            },
          },
        },
      },
      timeouts: {
        nesting: 'single',
        attributes: { create: 'string', delete: 'string', read: 'string', update: 'string' },
        blocks: {},
      },
      versioning: { nesting: 'list', attributes: { enabled: 'bool', mfa_delete: 'bool' }, blocks: {} },
      website: {
        nesting: 'list',
        attributes: {
          error_document: 'string',
          index_document: 'string',
          redirect_all_requests_to: 'string',
          routing_rules: 'string',
        },
        blocks: {},
      },
    },
  },
  aws_s3_bucket_policy: {
    attributes: { bucket: 'string', id: 'string', policy: 'string', region: 'string' },
    blocks: {},
  },
  aws_s3_bucket_public_access_block: {
    attributes: {
      block_public_acls: 'bool',
      block_public_policy: 'bool',
      bucket: 'string',
      id: 'string',
      ignore_public_acls: 'bool',
      region: 'string',
      restrict_public_buckets: 'bool',
      skip_destroy: 'bool',
    },
    blocks: {},
  },
  aws_iam_role: {
    attributes: {
      assume_role_policy: 'string',
      description: 'string',
      force_detach_policies: 'bool',
      id: 'string',
      managed_policy_arns: ['set', 'string'],
      max_session_duration: 'number',
      name: 'string',
      name_prefix: 'string',
      path: 'string',
      permissions_boundary: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: { inline_policy: { nesting: 'set', attributes: { name: 'string', policy: 'string' }, blocks: {} } },
  },
  aws_iam_role_policy: {
    attributes: { id: 'string', name: 'string', name_prefix: 'string', policy: 'string', role: 'string' },
    blocks: {},
  },
  aws_iam_role_policy_attachment: { attributes: { id: 'string', policy_arn: 'string', role: 'string' }, blocks: {} },
  aws_iam_policy: {
    attributes: {
      description: 'string',
      id: 'string',
      name: 'string',
      name_prefix: 'string',
      path: 'string',
      policy: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {},
  },
  aws_iam_instance_profile: {
    attributes: {
      id: 'string',
      name: 'string',
      name_prefix: 'string',
      path: 'string',
      role: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {},
  },
  aws_kms_key: {
    attributes: {
      bypass_policy_lockout_safety_check: 'bool',
      custom_key_store_id: 'string',
      customer_master_key_spec: 'string',
      deletion_window_in_days: 'number',
      description: 'string',
      enable_key_rotation: 'bool',
      id: 'string',
      is_enabled: 'bool',
      key_usage: 'string',
      multi_region: 'bool',
      policy: 'string',
      region: 'string',
      rotation_period_in_days: 'number',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      xks_key_id: 'string',
    },
    blocks: { timeouts: { nesting: 'single', attributes: { create: 'string' }, blocks: {} } },
  },
  aws_kms_alias: {
    attributes: { id: 'string', name: 'string', name_prefix: 'string', region: 'string', target_key_id: 'string' },
    blocks: {},
  },
  aws_secretsmanager_secret: {
    attributes: {
      description: 'string',
      force_overwrite_replica_secret: 'bool',
      id: 'string',
      kms_key_id: 'string',
      name: 'string',
      name_prefix: 'string',
      policy: 'string',
      recovery_window_in_days: 'number',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: { replica: { nesting: 'set', attributes: { kms_key_id: 'string', region: 'string' }, blocks: {} } },
  },
  aws_secretsmanager_secret_version: {
    attributes: {
      id: 'string',
      region: 'string',
      secret_binary: 'string',
      secret_id: 'string',
      secret_string: 'string',
      secret_string_wo: 'string',
      secret_string_wo_version: 'number',
      version_stages: ['set', 'string'],
    },
    blocks: {},
  },
  aws_ssm_parameter: {
    attributes: {
      allowed_pattern: 'string',
      arn: 'string',
      data_type: 'string',
      description: 'string',
      id: 'string',
      insecure_value: 'string',
      key_id: 'string',
      name: 'string',
      overwrite: 'bool',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      tier: 'string',
      type: 'string',
      value: 'string',
      value_wo: 'string',
      value_wo_version: 'number',
    },
    blocks: {},
  },
  aws_lambda_function: {
    attributes: {
      architectures: ['list', 'string'],
      code_signing_config_arn: 'string',
      description: 'string',
      filename: 'string',
      function_name: 'string',
      handler: 'string',
      id: 'string',
      image_uri: 'string',
      kms_key_arn: 'string',
      layers: ['list', 'string'],
      memory_size: 'number',
      package_type: 'string',
      publish: 'bool',
      publish_to: 'string',
      region: 'string',
      replace_security_groups_on_destroy: 'bool',
      replacement_security_group_ids: ['set', 'string'],
      reserved_concurrent_executions: 'number',
      role: 'string',
      runtime: 'string',
      s3_bucket: 'string',
      s3_key: 'string',
      s3_object_version: 'string',
      skip_destroy: 'bool',
      source_code_hash: 'string',
      source_kms_key_arn: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      timeout: 'number',
    },
    blocks: {
      capacity_provider_config: {
        nesting: 'list',
        attributes: {},
        blocks: {
          lambda_managed_instances_capacity_provider_config: {
            nesting: 'list',
            attributes: {
              capacity_provider_arn: 'string',
              execution_environment_memory_gib_per_vcpu: 'number',
              per_execution_environment_max_concurrency: 'number',
            },
            blocks: {},
          },
        },
      },
      dead_letter_config: { nesting: 'list', attributes: { target_arn: 'string' }, blocks: {} },
      durable_config: {
        nesting: 'list',
        attributes: { execution_timeout: 'number', retention_period: 'number' },
        blocks: {},
      },
      environment: { nesting: 'list', attributes: { variables: ['map', 'string'] }, blocks: {} },
      ephemeral_storage: { nesting: 'list', attributes: { size: 'number' }, blocks: {} },
      file_system_config: { nesting: 'list', attributes: { arn: 'string', local_mount_path: 'string' }, blocks: {} },
      image_config: {
        nesting: 'list',
        attributes: { command: ['list', 'string'], entry_point: ['list', 'string'], working_directory: 'string' },
        blocks: {},
      },
      logging_config: {
        nesting: 'list',
        attributes: {
          application_log_level: 'string',
          log_format: 'string',
          log_group: 'string',
          system_log_level: 'string',
        },
        blocks: {},
      },
      snap_start: { nesting: 'list', attributes: { apply_on: 'string' }, blocks: {} },
      tenancy_config: { nesting: 'list', attributes: { tenant_isolation_mode: 'string' }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
      tracing_config: { nesting: 'list', attributes: { mode: 'string' }, blocks: {} },
      vpc_config: {
        nesting: 'list',
        attributes: {
          ipv6_allowed_for_dual_stack: 'bool',
          security_group_ids: ['set', 'string'],
          subnet_ids: ['set', 'string'],
        },
        blocks: {},
      },
    },
  },
  aws_ecs_cluster: {
    attributes: {
      id: 'string',
      name: 'string',
      region: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
    },
    blocks: {
      configuration: {
        nesting: 'list',
        attributes: {},
        blocks: {
          execute_command_configuration: {
            nesting: 'list',
            attributes: { kms_key_id: 'string', logging: 'string' },
            blocks: {
              log_configuration: {
                nesting: 'list',
                attributes: {
                  cloud_watch_encryption_enabled: 'bool',
                  cloud_watch_log_group_name: 'string',
                  s3_bucket_encryption_enabled: 'bool',
                  s3_bucket_name: 'string',
                  s3_key_prefix: 'string',
                },
                blocks: {},
              },
            },
          },
          managed_storage_configuration: {
            nesting: 'list',
            attributes: { fargate_ephemeral_storage_kms_key_id: 'string', kms_key_id: 'string' },
            blocks: {},
          },
        },
      },
      service_connect_defaults: { nesting: 'list', attributes: { namespace: 'string' }, blocks: {} },
      setting: { nesting: 'set', attributes: { name: 'string', value: 'string' }, blocks: {} },
    },
  },
  aws_ecs_service: {
    attributes: {
      availability_zone_rebalancing: 'string',
      cluster: 'string',
      deployment_maximum_percent: 'number',
      deployment_minimum_healthy_percent: 'number',
      desired_count: 'number',
      enable_ecs_managed_tags: 'bool',
      enable_execute_command: 'bool',
      force_delete: 'bool',
      force_new_deployment: 'bool',
      health_check_grace_period_seconds: 'number',
      iam_role: 'string',
      id: 'string',
      launch_type: 'string',
      name: 'string',
      platform_version: 'string',
      propagate_tags: 'string',
      region: 'string',
      scheduling_strategy: 'string',
      sigint_rollback: 'bool',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      task_definition: 'string',
      triggers: ['map', 'string'],
      wait_for_steady_state: 'bool',
    },
    blocks: {
      alarms: {
        nesting: 'list',
        attributes: { alarm_names: ['set', 'string'], enable: 'bool', rollback: 'bool' },
        blocks: {},
      },
      capacity_provider_strategy: {
        nesting: 'set',
        attributes: { base: 'number', capacity_provider: 'string', weight: 'number' },
        blocks: {},
      },
      deployment_circuit_breaker: { nesting: 'list', attributes: { enable: 'bool', rollback: 'bool' }, blocks: {} },
      deployment_configuration: {
        nesting: 'list',
        attributes: { bake_time_in_minutes: 'string', strategy: 'string' },
        blocks: {
          canary_configuration: {
            nesting: 'list',
            attributes: { canary_bake_time_in_minutes: 'string', canary_percent: 'number' },
            blocks: {},
          },
          lifecycle_hook: {
            nesting: 'set',
            attributes: {
              hook_details: 'string',
              hook_target_arn: 'string',
              lifecycle_stages: ['list', 'string'],
              role_arn: 'string',
            },
            blocks: {},
          },
          linear_configuration: {
            nesting: 'list',
            attributes: { step_bake_time_in_minutes: 'string', step_percent: 'number' },
            blocks: {},
          },
        },
      },
      deployment_controller: { nesting: 'list', attributes: { type: 'string' }, blocks: {} },
      load_balancer: {
        nesting: 'set',
        attributes: {
          container_name: 'string',
          container_port: 'number',
          elb_name: 'string',
          target_group_arn: 'string',
        },
        blocks: {
          advanced_configuration: {
            nesting: 'list',
            attributes: {
              alternate_target_group_arn: 'string',
              production_listener_rule: 'string',
              role_arn: 'string',
              test_listener_rule: 'string',
            },
            blocks: {},
          },
        },
      },
      network_configuration: {
        nesting: 'list',
        attributes: { assign_public_ip: 'bool', security_groups: ['set', 'string'], subnets: ['set', 'string'] },
        blocks: {},
      },
      ordered_placement_strategy: { nesting: 'list', attributes: { field: 'string', type: 'string' }, blocks: {} },
      placement_constraints: { nesting: 'set', attributes: { expression: 'string', type: 'string' }, blocks: {} },
      service_connect_configuration: {
        nesting: 'list',
        attributes: { enabled: 'bool', namespace: 'string' },
        blocks: {
          log_configuration: {
            nesting: 'list',
            attributes: { log_driver: 'string', options: ['map', 'string'] },
            blocks: {
              secret_option: { nesting: 'list', attributes: { name: 'string', value_from: 'string' }, blocks: {} },
            },
          },
          service: {
            nesting: 'list',
            attributes: { discovery_name: 'string', ingress_port_override: 'number', port_name: 'string' },
            blocks: {
              client_alias: {
                nesting: 'list',
                attributes: { dns_name: 'string', port: 'number' },
                blocks: {
                  test_traffic_rules: {
                    nesting: 'list',
                    attributes: {},
                    blocks: {
                      header: {
                        nesting: 'list',
                        attributes: { name: 'string' },
                        blocks: { value: { nesting: 'list', attributes: { exact: 'string' }, blocks: {} } },
                      },
                    },
                  },
                },
              },
              timeout: {
                nesting: 'list',
                attributes: { idle_timeout_seconds: 'number', per_request_timeout_seconds: 'number' },
                blocks: {},
              },
              tls: {
                nesting: 'list',
                attributes: { kms_key: 'string', role_arn: 'string' },
                blocks: {
                  issuer_cert_authority: {
                    nesting: 'list',
                    attributes: { aws_pca_authority_arn: 'string' },
                    blocks: {},
                  },
                },
              },
            },
          },
        },
      },
      service_registries: {
        nesting: 'list',
        attributes: { container_name: 'string', container_port: 'number', port: 'number', registry_arn: 'string' },
        blocks: {},
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
      volume_configuration: {
        nesting: 'list',
        attributes: { name: 'string' },
        blocks: {
          managed_ebs_volume: {
            nesting: 'list',
            attributes: {
              encrypted: 'bool',
              file_system_type: 'string',
              iops: 'number',
              kms_key_id: 'string',
              role_arn: 'string',
              size_in_gb: 'number',
              snapshot_id: 'string',
              throughput: 'number',
              volume_initialization_rate: 'number',
              volume_type: 'string',
            },
            blocks: {
              tag_specifications: {
                nesting: 'list',
                attributes: { propagate_tags: 'string', resource_type: 'string', tags: ['map', 'string'] },
                blocks: {},
              },
            },
          },
        },
      },
      vpc_lattice_configurations: {
        nesting: 'set',
        attributes: { port_name: 'string', role_arn: 'string', target_group_arn: 'string' },
        blocks: {},
      },
    },
  },
  aws_ecs_task_definition: {
    attributes: {
      container_definitions: 'string',
      cpu: 'string',
      enable_fault_injection: 'bool',
      execution_role_arn: 'string',
      family: 'string',
      id: 'string',
      ipc_mode: 'string',
      memory: 'string',
      network_mode: 'string',
      pid_mode: 'string',
      region: 'string',
      requires_compatibilities: ['set', 'string'],
      skip_destroy: 'bool',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      task_role_arn: 'string',
      track_latest: 'bool',
    },
    blocks: {
      ephemeral_storage: { nesting: 'list', attributes: { size_in_gib: 'number' }, blocks: {} },
      placement_constraints: { nesting: 'set', attributes: { expression: 'string', type: 'string' }, blocks: {} },
      proxy_configuration: {
        nesting: 'list',
        attributes: { container_name: 'string', properties: ['map', 'string'], type: 'string' },
        blocks: {},
      },
      runtime_platform: {
        nesting: 'list',
        attributes: { cpu_architecture: 'string', operating_system_family: 'string' },
        blocks: {},
      },
      volume: {
        nesting: 'set',
        attributes: { configure_at_launch: 'bool', host_path: 'string', name: 'string' },
        blocks: {
          docker_volume_configuration: {
            nesting: 'list',
            attributes: {
              autoprovision: 'bool',
              driver: 'string',
              driver_opts: ['map', 'string'],
              labels: ['map', 'string'],
              scope: 'string',
            },
            blocks: {},
          },
          efs_volume_configuration: {
            nesting: 'list',
            attributes: {
              file_system_id: 'string',
              root_directory: 'string',
              transit_encryption: 'string',
              transit_encryption_port: 'number',
            },
            blocks: {
              authorization_config: {
                nesting: 'list',
                attributes: { access_point_id: 'string', iam: 'string' },
                blocks: {},
              },
            },
          },
          fsx_windows_file_server_volume_configuration: {
            nesting: 'list',
            attributes: { file_system_id: 'string', root_directory: 'string' },
            blocks: {
              authorization_config: {
                nesting: 'list',
                attributes: { credentials_parameter: 'string', domain: 'string' },
                blocks: {},
              },
            },
          },
        },
      },
    },
  },
  aws_eks_cluster: {
    attributes: {
      bootstrap_self_managed_addons: 'bool',
      deletion_protection: 'bool',
      enabled_cluster_log_types: ['set', 'string'],
      force_update_version: 'bool',
      id: 'string',
      name: 'string',
      region: 'string',
      role_arn: 'string',
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      version: 'string',
    },
    blocks: {
      access_config: {
        nesting: 'list',
        attributes: { authentication_mode: 'string', bootstrap_cluster_creator_admin_permissions: 'bool' },
        blocks: {},
      },
      compute_config: {
        nesting: 'list',
        attributes: { enabled: 'bool', node_pools: ['set', 'string'], node_role_arn: 'string' },
        blocks: {},
      },
      control_plane_scaling_config: { nesting: 'list', attributes: { tier: 'string' }, blocks: {} },
      encryption_config: {
        nesting: 'list',
        attributes: { resources: ['set', 'string'] },
        blocks: { provider: { nesting: 'list', attributes: { key_arn: 'string' }, blocks: {} } },
      },
      kubernetes_network_config: {
        nesting: 'list',
        attributes: { ip_family: 'string', service_ipv4_cidr: 'string' },
        blocks: { elastic_load_balancing: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} } },
      },
      outpost_config: {
        nesting: 'list',
        attributes: { control_plane_instance_type: 'string', outpost_arns: ['set', 'string'] },
        blocks: { control_plane_placement: { nesting: 'list', attributes: { group_name: 'string' }, blocks: {} } },
      },
      remote_network_config: {
        nesting: 'list',
        attributes: {},
        blocks: {
          remote_node_networks: { nesting: 'list', attributes: { cidrs: ['set', 'string'] }, blocks: {} },
          remote_pod_networks: { nesting: 'list', attributes: { cidrs: ['set', 'string'] }, blocks: {} },
        },
      },
      storage_config: {
        nesting: 'list',
        attributes: {},
        blocks: { block_storage: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} } },
      },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
      upgrade_policy: { nesting: 'list', attributes: { support_type: 'string' }, blocks: {} },
      vpc_config: {
        nesting: 'list',
        attributes: {
          endpoint_private_access: 'bool',
          endpoint_public_access: 'bool',
          public_access_cidrs: ['set', 'string'],
          security_group_ids: ['set', 'string'],
          subnet_ids: ['set', 'string'],
        },
        blocks: {},
      },
      zonal_shift_config: { nesting: 'list', attributes: { enabled: 'bool' }, blocks: {} },
    },
  },
  aws_acm_certificate: {
    attributes: {
      certificate_authority_arn: 'string',
      certificate_body: 'string',
      certificate_chain: 'string',
      domain_name: 'string',
      early_renewal_duration: 'string',
      id: 'string',
      key_algorithm: 'string',
      private_key: 'string',
      region: 'string',
      subject_alternative_names: ['set', 'string'],
      tags: ['map', 'string'],
      tags_all: ['map', 'string'],
      validation_method: 'string',
    },
    blocks: {
      options: {
        nesting: 'list',
        attributes: { certificate_transparency_logging_preference: 'string', export: 'string' },
        blocks: {},
      },
      validation_option: {
        nesting: 'set',
        attributes: { domain_name: 'string', validation_domain: 'string' },
        blocks: {},
      },
    },
  },
  aws_route53_record: {
    attributes: {
      allow_overwrite: 'bool',
      health_check_id: 'string',
      id: 'string',
      multivalue_answer_routing_policy: 'bool',
      name: 'string',
      records: ['set', 'string'],
      set_identifier: 'string',
      ttl: 'number',
      type: 'string',
      zone_id: 'string',
    },
    blocks: {
      alias: {
        nesting: 'list',
        attributes: { evaluate_target_health: 'bool', name: 'string', zone_id: 'string' },
        blocks: {},
      },
      cidr_routing_policy: {
        nesting: 'list',
        attributes: { collection_id: 'string', location_name: 'string' },
        blocks: {},
      },
      failover_routing_policy: { nesting: 'list', attributes: { type: 'string' }, blocks: {} },
      geolocation_routing_policy: {
        nesting: 'list',
        attributes: { continent: 'string', country: 'string', subdivision: 'string' },
        blocks: {},
      },
      geoproximity_routing_policy: {
        nesting: 'list',
        attributes: { aws_region: 'string', bias: 'number', local_zone_group: 'string' },
        blocks: {
          coordinates: { nesting: 'set', attributes: { latitude: 'string', longitude: 'string' }, blocks: {} },
        },
      },
      latency_routing_policy: { nesting: 'list', attributes: { region: 'string' }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { create: 'string', delete: 'string', update: 'string' }, blocks: {} },
      weighted_routing_policy: { nesting: 'list', attributes: { weight: 'number' }, blocks: {} },
    },
  },
  'data.aws_ami': {
    attributes: {
      allow_unsafe_filter: 'bool',
      executable_users: ['list', 'string'],
      id: 'string',
      include_deprecated: 'bool',
      most_recent: 'bool',
      name_regex: 'string',
      owners: ['list', 'string'],
      region: 'string',
      tags: ['map', 'string'],
      uefi_data: 'string',
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_ami_ids': {
    attributes: {
      executable_users: ['list', 'string'],
      id: 'string',
      include_deprecated: 'bool',
      name_regex: 'string',
      owners: ['list', 'string'],
      region: 'string',
      sort_ascending: 'bool',
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_security_group': {
    attributes: { id: 'string', name: 'string', region: 'string', tags: ['map', 'string'], vpc_id: 'string' },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_security_groups': {
    attributes: { id: 'string', region: 'string', tags: ['map', 'string'] },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_vpc': {
    attributes: {
      cidr_block: 'string',
      default: 'bool',
      dhcp_options_id: 'string',
      id: 'string',
      region: 'string',
      state: 'string',
      tags: ['map', 'string'],
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_vpcs': {
    attributes: { id: 'string', region: 'string', tags: ['map', 'string'] },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_subnet': {
    attributes: {
      availability_zone: 'string',
      availability_zone_id: 'string',
      cidr_block: 'string',
      default_for_az: 'bool',
      id: 'string',
      ipv6_cidr_block: 'string',
      region: 'string',
      state: 'string',
      tags: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_subnets': {
    attributes: { id: 'string', region: 'string', tags: ['map', 'string'] },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_availability_zones': {
    attributes: {
      all_availability_zones: 'bool',
      exclude_names: ['set', 'string'],
      exclude_zone_ids: ['set', 'string'],
      id: 'string',
      region: 'string',
      state: 'string',
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_availability_zone': {
    attributes: {
      all_availability_zones: 'bool',
      id: 'string',
      name: 'string',
      region: 'string',
      state: 'string',
      zone_id: 'string',
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_caller_identity': { attributes: { id: 'string' }, blocks: {} },
  'data.aws_region': { attributes: { endpoint: 'string', id: 'string', name: 'string', region: 'string' }, blocks: {} },
  'data.aws_partition': { attributes: { id: 'string' }, blocks: {} },
  'data.aws_ec2_managed_prefix_list': {
    attributes: { id: 'string', name: 'string', region: 'string', tags: ['map', 'string'] },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_prefix_list': {
    attributes: { id: 'string', name: 'string', prefix_list_id: 'string', region: 'string' },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_ip_ranges': {
    attributes: { id: 'string', regions: ['set', 'string'], services: ['set', 'string'], url: 'string' },
    blocks: {},
  },
  'data.aws_instance': {
    attributes: {
      get_password_data: 'bool',
      get_user_data: 'bool',
      id: 'string',
      instance_id: 'string',
      instance_tags: ['map', 'string'],
      region: 'string',
      tags: ['map', 'string'],
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_instances': {
    attributes: {
      id: 'string',
      instance_state_names: ['set', 'string'],
      instance_tags: ['map', 'string'],
      region: 'string',
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_lb': {
    attributes: { arn: 'string', id: 'string', name: 'string', region: 'string', tags: ['map', 'string'] },
    blocks: { timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} } },
  },
  'data.aws_lb_target_group': {
    attributes: {
      arn: 'string',
      id: 'string',
      load_balancing_anomaly_mitigation: 'string',
      name: 'string',
      region: 'string',
      tags: ['map', 'string'],
    },
    blocks: { timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} } },
  },
  'data.aws_iam_policy_document': {
    attributes: {
      id: 'string',
      override_json: 'string',
      override_policy_documents: ['list', 'string'],
      policy_id: 'string',
      source_json: 'string',
      source_policy_documents: ['list', 'string'],
      version: 'string',
    },
    blocks: {
      statement: {
        nesting: 'list',
        attributes: {
          actions: ['set', 'string'],
          effect: 'string',
          not_actions: ['set', 'string'],
          not_resources: ['set', 'string'],
          resources: ['set', 'string'],
          sid: 'string',
        },
        blocks: {
          condition: {
            nesting: 'set',
            attributes: { test: 'string', values: ['list', 'string'], variable: 'string' },
            blocks: {},
          },
          not_principals: {
            nesting: 'set',
            attributes: { identifiers: ['set', 'string'], type: 'string' },
            blocks: {},
          },
          principals: { nesting: 'set', attributes: { identifiers: ['set', 'string'], type: 'string' }, blocks: {} },
        },
      },
    },
  },
  'data.aws_ssm_parameter': {
    attributes: { id: 'string', name: 'string', region: 'string', with_decryption: 'bool' },
    blocks: {},
  },
  'data.aws_db_instance': {
    attributes: { db_instance_identifier: 'string', id: 'string', region: 'string', tags: ['map', 'string'] },
    blocks: {},
  },
  'data.aws_db_subnet_group': { attributes: { id: 'string', name: 'string', region: 'string' }, blocks: {} },
  'data.aws_launch_template': {
    attributes: { id: 'string', name: 'string', region: 'string', tags: ['map', 'string'] },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
  'data.aws_route_table': {
    attributes: {
      gateway_id: 'string',
      id: 'string',
      region: 'string',
      route_table_id: 'string',
      subnet_id: 'string',
      tags: ['map', 'string'],
      vpc_id: 'string',
    },
    blocks: {
      filter: { nesting: 'set', attributes: { name: 'string', values: ['set', 'string'] }, blocks: {} },
      timeouts: { nesting: 'single', attributes: { read: 'string' }, blocks: {} },
    },
  },
};
var TABLE = aws_shapes_default;
function shapeOf(mode, type) {
  let name = mode === 'data' ? `data.${type}` : type;
  return Object.hasOwn(TABLE, name) ? TABLE[name] : void 0;
}
var MAP_NAMES = new Set([
  'tags',
  'tags_all',
  'default_tags',
  'parameters',
  'triggers',
  'variables',
  'labels',
  'dimensions',
  'input',
  'config',
]);
function isBlock(shape, name, value) {
  if (shape !== void 0) {
    if (Object.hasOwn(shape.blocks, name)) return !0;
    if (Object.hasOwn(shape.attributes, name)) return !1;
  }
  let blocks = Array.isArray(value) ? value : [value];
  return blocks.length > 0 && blocks.every(isObject) && !MAP_NAMES.has(name);
}
function convert(value, type) {
  if (type === void 0 || value === null) return value;
  if (typeof type == 'string') return convertPrimitive(value, type);
  let [kind, inner] = type;
  return kind === 'object' && isObject(value) && typeof inner == 'object' && !Array.isArray(inner)
    ? mapMembers(value, (member, name) => convert(member, Object.hasOwn(inner, name) ? inner[name] : void 0))
    : typeof inner == 'object' && !Array.isArray(inner)
      ? value
      : kind === 'map' && isObject(value)
        ? mapMembers(value, (member) => convert(member, inner))
        : (kind === 'list' || kind === 'set') && Array.isArray(value)
          ? value.map((element2) => convert(element2, inner))
          : value;
}
var NUMBER2 = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
function convertPrimitive(value, type) {
  return type === 'string' && (typeof value == 'number' || typeof value == 'boolean')
    ? String(value)
    : type === 'number' && typeof value == 'string' && NUMBER2.test(value)
      ? Number(value)
      : type === 'bool' && (value === 'true' || value === 'false')
        ? value === 'true'
        : value;
}
function mapMembers(value, map2) {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === void 0 ? [] : [[name, map2(member, name)]])),
  );
}
var META_ARGUMENTS = new Set([
    '//',
    'count',
    'depends_on',
    'for_each',
    'lifecycle',
    'provider',
    'provisioner',
    'connection',
  ]),
  TOP_LEVEL = new Set([
    '//',
    'check',
    'data',
    'ephemeral',
    'import',
    'locals',
    'module',
    'moved',
    'output',
    'provider',
    'removed',
    'resource',
    'terraform',
    'variable',
  ]);
function provisionersOf(body) {
  let written = body.provisioner,
    types = (Array.isArray(written) ? written : [written])
      .filter(isObject)
      .flatMap((block) => (typeof block.type == 'string' ? [block.type] : Object.keys(block)));
  return types.length === 0 ? {} : { provisioners: types.map((type) => ({ type })) };
}
var UNKNOWN = { known: void 0, unknown: !0 };
function readSources(sources) {
  let readers = new Map(sources.map((source) => [source.name, new StackReader(source)]));
  for (let reader of readers.values()) reader.connect([...readers.values()]);
  let read2 = [...readers.values()],
    files = new Map(sources.map(({ name, file }) => [name, file]));
  return {
    stacks: read2.map((reader) => {
      let file = files.get(reader.name);
      return { ...reader.read(), ...(file === void 0 ? {} : { file }) };
    }),
    problems: read2.flatMap((reader) => reader.problems()),
  };
}
var StackReader = class {
    name;
    backend;
    contents;
    comments;
    resources = new Map();
    locals;
    outputs;
    variables;
    remoteStates = new Map();
    following = new Set();
    constructor({ name, contents, comments }) {
      ((this.name = name), (this.contents = contents), (this.comments = comments ?? {}));
      let locals = contents.flatMap((content) => this.bodies(content.locals, 'locals'));
      ((this.locals = Object.fromEntries(locals.flatMap((body) => Object.entries(body)))),
        (this.variables = new Map(this.declared('variable', 1).map(([[name2 = ''], body]) => [name2, body]))),
        (this.outputs = new Map(this.declared('output', 1).map(([[name2 = ''], body]) => [name2, body]))),
        this.readResources('managed', 'resource'),
        this.readResources('data', 'data'),
        (this.backend = backendOf(contents)));
    }
    connect(stacks) {
      for (let { mode, type, name, address, body } of this.resources.values()) {
        if (mode !== 'data' || type !== 'terraform_remote_state') continue;
        let backend = stateKey(body.backend, firstObject(body.config)),
          same = stacks.filter((stack) => stack.backend === backend),
          named = same.find(
            (stack) => name === `cross-stack-reference-input-${stack.name.replace(/[^A-Za-z0-9_-]/g, '')}`,
          ),
          producer = same.length === 1 ? same[0] : named;
        producer !== void 0 && this.remoteStates.set(address, producer);
      }
    }
    read() {
      let changes = [],
        configuration = [],
        constructPaths = new Map();
      for (let resource of this.resources.values()) {
        let { mode, type, name, address, body } = resource,
          { known, unknown } = this.block(body, resource.shape, META_ARGUMENTS),
          head = { address, mode, type, name },
          actions = [mode === 'data' ? 'read' : 'create'];
        (changes.push({ ...head, change: { actions, before: null, after: known ?? {}, after_unknown: unknown ?? {} } }),
          configuration.push({
            ...head,
            expressions: this.expressions(body, resource.shape, META_ARGUMENTS),
            ...(body.for_each === void 0 ? {} : { for_each_expression: this.expression(body.for_each) }),
            ...(body.count === void 0 ? {} : { count_expression: this.expression(body.count) }),
            ...provisionersOf(body),
          }));
        let path = constructPath(body) ?? constructPath(this.commentOf(resource));
        path !== void 0 && constructPaths.set(address, path);
      }
      let document = {
        format_version: '1.2',
        stage: 'synth',
        resource_changes: changes,
        configuration: {
          root_module: {
            resources: configuration,
            outputs: mapValues(this.outputs, (output) => ({ expression: this.expression(output.value ?? null) })),
            variables: mapValues(this.variables, ({ default: value }) => (value === void 0 ? {} : { default: value })),
            module_calls: {},
          },
        },
        remote_states: mapValues(this.remoteStates, (stack) => stack.name),
      };
      return { name: this.name, document, resources: changes.length, constructPaths };
    }
    problems() {
      let modules2 = this.declared('module', 1).map(([[name]]) => ({
          stack: this.name,
          what: `module.${name ?? ''} is a Terraform module, whose resources are not in the synthesized JSON.`,
          why: 'What a module makes is known to Terraform alone, so it could hold anything.',
          fix: 'Judge the plan instead (`terraform show -json`), or write the resources in the stack.',
        })),
        strange = this.contents
          .flatMap((content) => Object.keys(content))
          .filter((member) => !TOP_LEVEL.has(member))
          .map((member) => ({
            stack: this.name,
            what: `"${member}" is no top-level member of Terraform JSON that the gate knows.`,
            why: 'It could declare something that was not judged.',
            fix: 'Remove it, or correct its name.',
          }));
      return [...modules2, ...strange];
    }
    readResources(mode, member) {
      for (let [[type = '', name = ''], body] of this.declared(member, 2)) {
        let address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
        if (this.resources.has(address)) throw this.refuse(`${address} is declared twice.`, 'Keep one of both.');
        isNone(body.count) ||
          isNone(body.for_each) ||
          this.resources.set(address, { mode, type, name, address, body, shape: shapeOf(mode, type) });
      }
    }
    declared(member, depth) {
      return this.contents.flatMap((content) => this.labelled(content[member], depth, member));
    }
    labelled(value, depth, where2) {
      let bodies = this.bodies(value, where2);
      return depth === 0
        ? bodies.map((body) => [[], body])
        : bodies.flatMap((body) =>
            Object.entries(body)
              .filter(([label]) => label !== '//')
              .flatMap(([label, inner]) =>
                this.labelled(inner, depth - 1, `${where2}.${label}`).map(([labels, found]) => [
                  [label, ...labels],
                  found,
                ]),
              ),
          );
    }
    bodies(value, where2) {
      if (value == null) return [];
      let list3 = Array.isArray(value) ? value : [value];
      if (list3.every(isObject)) return list3;
      throw this.refuse(
        `${where2} is neither an object nor a list of objects.`,
        'Write it as Terraform JSON wants it.',
      );
    }
    commentOf({ mode, type, name }) {
      let types = this.comments[mode === 'data' ? 'data' : 'resource'],
        names = isObject(types) ? types[type] : void 0,
        comment = isObject(names) ? names[name] : void 0;
      return isObject(comment) ? comment : {};
    }
    refuse(what, fix) {
      return new CouldNotJudge(
        what,
        'Terraform would not accept this stack, and the gate cannot tell what it means.',
        fix,
        this.name,
      );
    }
    block(body, shape, skip) {
      let known = {},
        unknown = {},
        dynamic = new Set(this.dynamicNames(body));
      for (let [name, written] of this.members(body, skip)) {
        let value = isBlock(shape, name, written)
          ? this.nested(written, name, shape)
          : this.value(this.asAttribute(written, shape?.attributes[name]), shape?.attributes[name]);
        (value.known !== void 0 && !dynamic.has(name) && (known[name] = value.known),
          value.unknown !== void 0 && (unknown[name] = value.unknown));
      }
      for (let name of dynamic) unknown[name] = !0;
      return { known, unknown: Object.keys(unknown).length === 0 ? void 0 : unknown };
    }
    nested(written, name, shape) {
      if (typeof written == 'string') return this.value(written, void 0);
      let inner = shape?.blocks[name],
        blocks = this.bodies(written, name).map((body) => this.block(body, inner, COMMENT));
      return single(name, inner) && blocks[0] !== void 0 ? blocks[0] : list2(blocks);
    }
    asAttribute(written, type) {
      return isObject(written) && isObjectList(type) ? [written] : written;
    }
    members(body, skip) {
      return Object.entries(body).flatMap(([name, value]) =>
        value === void 0 || skip.has(name) || name === 'dynamic' ? [] : [[name, value]],
      );
    }
    dynamicNames(body) {
      return this.labelled(body.dynamic, 1, 'dynamic').map(([[name]]) => name ?? '');
    }
    expressions(body, shape, skip) {
      let result2 = {};
      for (let [name, written] of this.members(body, skip)) {
        if (!isBlock(shape, name, written) || typeof written == 'string') {
          let type = shape?.attributes[name],
            attribute = this.asAttribute(written, type);
          result2[name] = isObjectList(type) ? this.attributeAsBlocks(attribute) : this.expression(attribute);
          continue;
        }
        let inner = shape?.blocks[name],
          blocks = this.bodies(written, name).map((block) => this.expressions(block, inner, COMMENT));
        result2[name] = single(name, inner) && blocks[0] !== void 0 ? blocks[0] : blocks;
      }
      for (let name of this.dynamicNames(body)) result2[name] = { references: this.referencesIn(body.dynamic ?? null) };
      return result2;
    }
    attributeAsBlocks(written) {
      if (typeof written == 'string') return this.expression(written);
      let names = this.referencesIn(written);
      return { constant_value: written, ...(names.length === 0 ? {} : { references: names }) };
    }
    expression(written) {
      let names = this.referencesIn(written);
      if (names.length > 0) return { ...(isOneAddress(written) ? { constant_value: written } : {}), references: names };
      let { known, unknown } = this.value(written, void 0);
      return known === void 0 || unknown !== void 0 ? {} : { constant_value: known };
    }
    referencesIn(written) {
      return typeof written == 'string'
        ? this.template(written, (parts) =>
            parts.flatMap((part) => (part.kind === 'text' ? [] : traversals(part.source).flatMap(references))),
          )
        : (Array.isArray(written) ? written : isObject(written) ? Object.values(written) : []).flatMap((value) =>
            value === void 0 ? [] : this.referencesIn(value),
          );
    }
    value(written, type) {
      let { known, unknown } = this.evaluate(written);
      return { known: known === void 0 ? void 0 : convert(known, type), unknown };
    }
    evaluate(written) {
      if (typeof written == 'string') return this.evaluateTemplate(written);
      if (Array.isArray(written)) return list2(written.map((element2) => this.evaluate(element2)));
      if (!isObject(written)) return { known: written, unknown: void 0 };
      let known = {},
        unknown = {};
      for (let [name, member] of Object.entries(written)) {
        let value = this.evaluate(member ?? null);
        (value.known !== void 0 && (known[name] = value.known),
          value.unknown !== void 0 && (unknown[name] = value.unknown));
      }
      return { known, unknown: Object.keys(unknown).length === 0 ? void 0 : unknown };
    }
    evaluateTemplate(written) {
      return this.template(written, (parts) => {
        let values = parts.map((part) => {
          if (part.kind === 'text') return { known: part.text, unknown: void 0 };
          if (part.kind === 'directive') return UNKNOWN;
          let constant = literal(part.source);
          if (constant !== void 0) return { known: constant.value, unknown: void 0 };
          let traversal = soleTraversal(part.source);
          return traversal === void 0 ? UNKNOWN : this.follow(traversal);
        });
        if (values.length === 1 && values[0] !== void 0) return values[0];
        let texts = values.map(({ known, unknown }) =>
          unknown === void 0 && known !== null && typeof known != 'object' ? known : void 0,
        );
        return texts.includes(void 0) ? UNKNOWN : { known: texts.join(''), unknown: void 0 };
      });
    }
    template(written, read2) {
      try {
        return read2(parseTemplate(written));
      } catch (error) {
        throw error instanceof TemplateError
          ? this.refuse(`The expression ${JSON.stringify(written)} cannot be read: ${error.message}.`, 'Correct it.')
          : error;
      }
    }
    follow(traversal) {
      let { root, steps } = traversal,
        path = steps.map((step) => ('attribute' in step ? step.attribute : step.key)),
        target = () => {
          let [first, second] = path;
          if (root === 'var') return UNKNOWN;
          if (root === 'local') return this.at(this.optional(this.locals[String(first)]), path.slice(1));
          if (root === 'data') return this.followRemoteState(path);
          let resource = this.resources.get(`${root}.${String(first)}`);
          if (
            resource === void 0 ||
            second === void 0 ||
            resource.body.count !== void 0 ||
            resource.body.for_each !== void 0
          )
            return UNKNOWN;
          let written = resource.body[String(second)];
          if (written === void 0 || META_ARGUMENTS.has(String(second))) return UNKNOWN;
          let member = { [String(second)]: written, dynamic: resource.body.dynamic ?? {} };
          return this.at(this.block(member, resource.shape, COMMENT), path.slice(1));
        },
        name = [root, ...path].join('\0');
      if (this.following.has(name)) return UNKNOWN;
      this.following.add(name);
      try {
        return target();
      } finally {
        this.following.delete(name);
      }
    }
    followRemoteState(path) {
      let producer = this.remoteStates.get(`data.${String(path[0])}.${String(path[1])}`);
      return producer === void 0 || path[2] !== 'outputs'
        ? UNKNOWN
        : producer.at(producer.optional(producer.outputs.get(String(path[3]))?.value), path.slice(4));
    }
    optional(written) {
      return written === void 0 ? UNKNOWN : this.evaluate(written);
    }
    at({ known, unknown }, path) {
      let [step, ...rest] = path;
      if (step === void 0) return known === void 0 || unknown !== void 0 ? UNKNOWN : { known, unknown };
      let inner = (value) =>
          Array.isArray(value)
            ? typeof step == 'number'
              ? value[step]
              : void 0
            : isObject(value) && Object.hasOwn(value, String(step))
              ? value[String(step)]
              : void 0,
        hidden = inner(unknown);
      return unknown === !0
        ? UNKNOWN
        : this.at({ known: inner(known), unknown: hidden === !1 ? void 0 : hidden }, rest);
    }
  },
  COMMENT = new Set(['//']);
function list2(values) {
  let known = values.map((value) => value.known ?? null),
    unknown = values.some((value) => value.unknown !== void 0) ? values.map((value) => value.unknown ?? !1) : void 0;
  return { known, unknown };
}
function isObjectList(type) {
  return !Array.isArray(type) || (type[0] !== 'list' && type[0] !== 'set')
    ? !1
    : Array.isArray(type[1]) && type[1][0] === 'object';
}
function single(name, shape) {
  return shape === void 0 ? name === 'timeouts' : shape.nesting === 'single';
}
function isNone(value) {
  return value === void 0
    ? !1
    : typeof value == 'object' && value !== null
      ? Object.keys(value).length === 0
      : value === 0 || (typeof value == 'string' && /^(\$\{\s*)?0(\s*\})?$/.test(value));
}
function constructPath(body) {
  let comment = body['//'],
    metadata = isObject(comment) ? comment.metadata : void 0,
    path = isObject(metadata) ? metadata.path : void 0;
  return typeof path == 'string' ? path : void 0;
}
function backendOf(contents) {
  for (let block of contents.flatMap((content) => content.terraform).flat()) {
    if (!isObject(block)) continue;
    let cloud = firstObject(block.cloud);
    if (cloud !== void 0) return stateKey('remote', cloud);
    let [backend] = Object.entries(firstObject(block.backend) ?? {});
    if (backend !== void 0) return stateKey(backend[0], firstObject(backend[1]));
  }
  return '';
}
function firstObject(value) {
  let inner = Array.isArray(value) ? value[0] : value;
  return isObject(inner) ? inner : void 0;
}
function stateKey(kind, config) {
  let workspaces = firstObject(config?.workspaces),
    named = workspaces === void 0 ? config : { ...config, workspaces: { ...workspaces, project: null } };
  return JSON.stringify([kind ?? null, ordered(named ?? {})]);
}
function ordered(value) {
  if (Array.isArray(value)) return value.length === 1 && isObject(value[0]) ? ordered(value[0]) : value.map(ordered);
  if (!isObject(value)) return value;
  let members = Object.entries(value).filter(([, member]) => member != null);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, ordered(member ?? null)]),
  );
}
function mapValues(map2, read2) {
  return Object.fromEntries([...map2].map(([name, value]) => [name, read2(value)]));
}
function isOneAddress(written) {
  let list3 = Array.isArray(written) ? written : [written];
  return list3.every((text2) => typeof text2 == 'string') && list3.some((text2) => /\}\/(32|128)$/.test(text2));
}
var import_node_child_process = require('node:child_process'),
  import_node_fs5 = require('node:fs');
var CONVERT = `
  const { readFileSync } = require('node:fs');
  require(process.argv[1]).parse('cdk.tf', readFileSync(0, 'utf8')).then(
    (json) => process.stdout.write(JSON.stringify(json)),
    (error) => { process.stderr.write(error.message); process.exitCode = 1; },
  );
`;
function hclToJson(path, stack) {
  let content;
  try {
    let output = (0, import_node_child_process.execFileSync)(
      process.execPath,
      ['-e', CONVERT, converter(path, stack)],
      {
        input: (0, import_node_fs5.readFileSync)(path),
        encoding: 'utf8',
        maxBuffer: 536870912,
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    content = JSON.parse(output);
  } catch (error) {
    let stderr = typeof error == 'object' && error !== null && 'stderr' in error ? error.stderr : error;
    throw unreadable(path, stack, String(stderr));
  }
  if (!isObject(content)) throw unreadable(path, stack, 'it has no blocks');
  return content;
}
function converter(path, stack) {
  try {
    return require.resolve('@cdktf/hcl2json');
  } catch {
    throw new CouldNotJudge(
      `${path} is HCL, and the package @cdktf/hcl2json, which reads HCL, is not installed.`,
      'What cannot be read cannot be judged.',
      'Install it beside tollgate: `npm install @cdktf/hcl2json`. Or synthesize without --hcl.',
      stack,
    );
  }
}
function unreadable(path, stack, reason) {
  return new CouldNotJudge(
    `${path} cannot be read as HCL: ${reason}.`,
    'What cannot be read cannot be judged.',
    'Synthesize again, or without --hcl.',
    stack,
  );
}
function readStacks(outdir) {
  let directory = (0, import_node_path5.join)(outdir, 'stacks'),
    stacks = ((0, import_node_fs6.existsSync)(directory) ? (0, import_node_fs6.readdirSync)(directory) : [])
      .filter((name) => (0, import_node_fs6.statSync)((0, import_node_path5.join)(directory, name)).isDirectory())
      .sort(),
    { stacks: documents, problems } = readSources(
      stacks.flatMap((name) => stackSources((0, import_node_path5.join)(directory, name), name)),
    ),
    read2 = new Set(documents.map((document) => document.name));
  return {
    stacks: documents,
    problems: [...manifestProblems((0, import_node_path5.join)(outdir, 'manifest.json'), read2), ...problems],
  };
}
function manifestProblems(path, read2) {
  if (!(0, import_node_fs6.existsSync)(path))
    throw new CouldNotJudge(
      `${path} is missing.`,
      'CDKTF writes it last, so the synth did not end well.',
      'Synthesize again.',
    );
  let { stacks } = readJson(path, '');
  return Object.entries(isObject(stacks) ? stacks : {}).flatMap(([name, entry]) => {
    let { workingDirectory, synthesizedStackPath, annotations } = isObject(entry) ? entry : {},
      home = (0, import_node_path5.join)('stacks', name),
      files = [(0, import_node_path5.join)(home, 'cdk.tf.json'), (0, import_node_path5.join)(home, 'cdk.tf')],
      problems = [];
    (!read2.has(name) || workingDirectory !== home || !files.includes(shown(synthesizedStackPath))) &&
      problems.push({
        stack: name,
        what: `manifest.json says that the stack is in ${shown(synthesizedStackPath)}, which was not judged.`,
        why: '`cdktf deploy` goes by the manifest.',
        fix: `Let the stack be synthesized to ${home}, as CDKTF does.`,
      });
    for (let annotation2 of (Array.isArray(annotations) ? annotations : []).filter(isObject))
      annotation2.level === '@cdktf/error' &&
        problems.push({
          stack: name,
          what: `The app marks ${shown(annotation2.constructPath)} as wrong: ${shown(annotation2.message)}`,
          why: 'What the app itself calls wrong is not deployable, whatever the policies say.',
          fix: 'Correct the app as the message says.',
        });
    return problems;
  });
}
function shown(value) {
  return typeof value == 'string' ? value : JSON.stringify(value ?? null);
}
function stackSources(directory, name) {
  let files = (0, import_node_fs6.readdirSync)(directory).filter(isTerraformFile).sort();
  if (files.length === 0) return [];
  let contents = [],
    metadata = (0, import_node_path5.join)(directory, 'metadata.json'),
    comments = files.includes('cdk.tf') && (0, import_node_fs6.existsSync)(metadata) ? readJson(metadata, name) : {};
  for (let file of files) {
    let path = (0, import_node_path5.join)(directory, file);
    if (file === 'cdk.tf') contents.push(hclToJson(path, name));
    else {
      if (/^(|.*_)override\.tf\.json$/.test(file) || !file.endsWith('.tf.json')) throw unreadable2(path, name);
      contents.push(readJson(path, name));
    }
  }
  return [{ name, contents, comments }];
}
function isTerraformFile(file) {
  return (
    /\.(tf|tofu)(\.json)?$/.test(file) ||
    /^terraform\.tfvars(\.json)?$/.test(file) ||
    /\.auto\.tfvars(\.json)?$/.test(file)
  );
}
function unreadable2(path, stack) {
  return new CouldNotJudge(
    `${path} is Terraform code that the app did not synthesize and the gate cannot read.`,
    'Terraform would run it together with the synthesized stack, so it could undo what was judged.',
    'Remove it, or write it as constructs in the app.',
    stack,
  );
}
function readJson(path, stack) {
  let content;
  try {
    content = parseJson((0, import_node_fs6.readFileSync)(path, 'utf8'));
  } catch (error) {
    throw malformed2(path, stack, error instanceof Error ? error.message : String(error));
  }
  if (!isObject(content)) throw malformed2(path, stack, 'it is not an object');
  return content;
}
function malformed2(path, stack, reason) {
  return new CouldNotJudge(
    `${path} is no Terraform JSON: ${reason}.`,
    'What cannot be read cannot be judged.',
    'Synthesize again; a file that was edited by hand has to be corrected or removed.',
    stack,
  );
}
function judgeSynthesized(outdir, options = {}) {
  try {
    return judge(readStacks(outdir), loadPolicy(options), { files: [], alone: !0 });
  } catch (error) {
    return couldNotJudge([asProblem(error)]);
  }
}
function loadPolicy(options) {
  let { failOn = 'low', today = new Date().toISOString().slice(0, 10), baseline } = options,
    artifact = artifactOf(options),
    { catalog } = artifact,
    directory = options.settings ?? (0, import_node_path6.join)(POLICIES, 'settings'),
    settings = loadSettings(directory, artifact.settings, catalog, options.overrides, options.waivers),
    waivers = settings.waivers === void 0 ? noWaivers(today) : readWaivers(settings.waivers, catalog, today);
  return {
    artifact,
    settings: { json: JSON.stringify(settings.data), enforcement: failingFrom(failOn, settings.enforcement, catalog) },
    waivers,
    baseline: baseline === void 0 ? void 0 : loadBaseline(baseline),
    failOn,
  };
}
function artifactOf(files) {
  return loadArtifact(files.artifact ?? (0, import_node_path6.join)(POLICIES, 'compiled'));
}
function catalogOf(files = {}) {
  try {
    return artifactOf(files).catalog;
  } catch {
    return [];
  }
}
function couldNotJudge(problems) {
  return {
    schemaVersion: 1,
    verdict: verdict([], problems),
    policy: '',
    failOn: 'low',
    stacks: [],
    problems,
    findings: [],
    undecided: [],
    waived: [],
    known: [],
    waivers: { digest: '', entries: [] },
    rules: [],
    flows: [],
    costs: [],
  };
}
function judge({ stacks, problems: unread2 }, policy, { files, alone }) {
  let { artifact, settings, waivers, baseline, failOn } = policy,
    raw = evaluate(artifact.wasm, settings.json, stacks),
    joined = outcome(raw, artifact.catalog, settings.enforcement, stacks),
    counted = except(joined, waivers, baseline?.of(files, alone)),
    problems = [...unread2, ...joined.problems];
  return {
    schemaVersion: 1,
    verdict: verdict(counted.rules, problems),
    policy: artifact.digest,
    failOn,
    stacks: stacks.map((stack) => stackReport(stack, joined.forgotten)),
    problems,
    findings: counted.findings,
    undecided: joined.undecided,
    waived: counted.waived,
    known: counted.known,
    waivers: {
      digest: waivers.digest,
      ...(waivers.entries.length === 0 ? {} : { today: waivers.today }),
      entries: counted.waivers,
    },
    ...(baseline === void 0 ? {} : { baseline: { digest: baseline.digest, gone: counted.gone } }),
    rules: counted.rules,
    flows: joined.flows,
    costs: joined.costs,
  };
}
function stackReport({ name, file, resources, document, repairs = [] }, leftBehind) {
  let groups = (Array.isArray(document.resource_changes) ? document.resource_changes : [])
      .filter(isObject)
      .filter(({ mode, type }) => mode === 'managed' && type === 'aws_autoscaling_group'),
    groupSize = groups.length === 1 && groups[0] !== void 0 ? sizeOf(groups[0]) : void 0,
    forgotten = leftBehind.filter(({ stack }) => stack === name).map(({ address }) => address);
  return {
    name,
    ...(file === void 0 ? {} : { file }),
    resources,
    ...(forgotten.length === 0 ? {} : { forgotten }),
    ...(repairs.length === 0 ? {} : { repairs }),
    ...(groupSize === void 0 ? {} : { groupSize }),
  };
}
function sizeOf({ change }) {
  let after = isObject(change) && isObject(change.after) ? change.after : {},
    { min_size: minimum, max_size: maximum, desired_capacity: desired = minimum } = after;
  if (!(typeof minimum != 'number' || typeof maximum != 'number' || typeof desired != 'number'))
    return { minimum, desired, maximum };
}
function asProblem(error) {
  return error instanceof CouldNotJudge
    ? error.problem
    : new CouldNotJudge(
        `The gate failed: ${error instanceof Error ? error.message : String(error)}.`,
        'What was not judged to its end counts as not judged.',
        'This is a defect of the gate: please report it with the input that caused it.',
      ).problem;
}
var import_node_fs8 = require('node:fs'),
  import_node_path8 = require('node:path'),
  import_node_util = require('node:util');
var version = '0.1.0';
var import_node_fs7 = require('node:fs'),
  import_node_path7 = require('node:path');
function makeDirectory(path) {
  if (isDirectory(path)) return;
  let above = (0, import_node_path7.dirname)(path);
  above !== path && makeDirectory(above);
  try {
    (0, import_node_fs7.mkdirSync)(path);
  } catch (error) {
    if (isDirectory(path)) return;
    let { code: code2 } = error;
    throw new Error(`the directory ${path} cannot be made (${code2 === 'EEXIST' ? 'a file is there' : String(code2)})`);
  }
}
function isDirectory(path) {
  try {
    return (0, import_node_fs7.statSync)(path).isDirectory();
  } catch {
    return !1;
  }
}
function placeOf({ source, stack }, { files, report }) {
  if (source !== void 0) return source;
  let file = report.stacks.find(({ name }) => name === stack)?.file ?? files[0];
  return file === void 0 ? void 0 : { file: file.replaceAll('\\', '/') };
}
function placeText({ file, line }) {
  return line === void 0 ? file : `${file}:${line}`;
}
var VERDICTS = { passed: 'PASSED', denied: 'DENIED', 'could-not-judge': 'COULD NOT JUDGE' };
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function summary(report) {
  let resources = report.stacks.reduce((sum, stack) => sum + stack.resources, 0),
    seen = `${count(report.stacks.length, 'stack')}, ${count(resources, 'resource')}`,
    counts2 = countsOf2(report);
  return counts2.length === 0 ? seen : `${counts2.join(', ')} (${seen})`;
}
function coverageOf(rules) {
  let number = (outcome2) => rules.filter((rule) => rule.outcome === outcome2).length,
    [notApplicable, off] = [number('not-applicable'), number('off')];
  return { rules: rules.length, applied: rules.length - notApplicable - off, notApplicable, off };
}
function isEmptyPass({ verdict: verdict2, rules }) {
  return verdict2.outcome === 'passed' && rules.length > 0 && coverageOf(rules).applied === 0;
}
var EMPTY_PASS = ', but no rule applied to what it holds';
function verdictWords(report) {
  return `${VERDICTS[report.verdict.outcome]}${isEmptyPass(report) ? EMPTY_PASS : ''}`;
}
function coverageNotices(report) {
  let { off } = coverageOf(report.rules);
  return [
    ...(isEmptyPass(report) ? ['Passed, but no rule applied to what it holds: nothing in it was looked at.'] : []),
    ...(off > 0 ? [`${count(off, 'rule')} ${off === 1 ? 'is' : 'are'} off.`] : []),
  ];
}
function countsOf2({ problems, findings, undecided: undecided2, waived, known, rules }) {
  let blocking = findings.filter(({ enforcement }) => enforcement === 'block').length,
    open = undecided2.filter(({ enforcement }) => enforcement === 'block').length,
    warnings = findings.length - blocking,
    { off } = coverageOf(rules);
  return [
    ...(problems.length > 0 ? [count(problems.length, 'problem')] : []),
    ...(blocking > 0 ? [count(blocking, 'blocking finding')] : []),
    ...(open > 0 ? [`${open} undecided`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
    ...(known.length > 0 ? [`${known.length} in the baseline`] : []),
    ...(off > 0 ? [`${count(off, 'rule')} off`] : []),
  ];
}
function notices(report) {
  return [...scopeNotices(report), ...waiverNotices(report)];
}
function ofRun(reports) {
  let waivers = new Map();
  for (let entry of reports.flatMap((report) => report.waivers.entries)) {
    let { rule, address, stack = '', owner, expires } = entry,
      key = JSON.stringify([rule, address, stack, owner, expires]),
      { state: state2 = entry.state, findings = 0 } = waivers.get(key) ?? {},
      worn = state2 === 'active' ? state2 : entry.state;
    waivers.set(key, { ...entry, state: worn, findings: findings + entry.findings });
  }
  let baselines = reports.flatMap(({ baseline }) => (baseline === void 0 ? [] : [baseline])),
    gone = baselines.reduce((sum, baseline) => sum + baseline.gone, 0);
  return {
    failOn: reports.find(({ failOn }) => failOn !== 'low')?.failOn ?? 'low',
    known: reports.flatMap(({ known }) => known),
    stacks: reports.flatMap(({ stacks }) => stacks),
    ...(baselines[0] === void 0 ? {} : { baseline: { ...baselines[0], gone } }),
    waivers: { digest: '', entries: [...waivers.values()] },
  };
}
var LESSER = {
  critical: ['Only critical violations fail; what is less severe is a warning.'],
  high: ['Only critical and high violations fail; what is less severe is a warning.'],
  medium: ['Violations of low severity are warnings.'],
  low: [],
};
function scopeNotices(report) {
  return [...LESSER[report.failOn], ...baselineNotice(report), ...forgottenNotice(report), ...repairNotices(report)];
}
var NAMED = 10,
  SHOWN = 60;
function forgottenNotice({ stacks }) {
  let all = stacks.flatMap(({ forgotten = [] }) => forgotten);
  if (all.length === 0) return [];
  let more = all.length > NAMED ? [`${all.length - NAMED} more`] : [],
    names = [...all.slice(0, NAMED), ...more].join(', '),
    [them, stay] = all.length === 1 ? ['it', 'stays'] : ['them', 'stay'];
  return [
    `Terraform forgets ${count(all.length, 'resource')}, which ${stay} in AWS: ${names}. What ${them === 'it' ? 'it lets' : 'they let'} through still counts; nothing else of ${them} is judged or priced.`,
  ];
}
function repairNotices({ stacks }) {
  let all = stacks.flatMap(({ repairs = [] }) => repairs),
    more = all.length - NAMED;
  return [
    ...all.slice(0, NAMED).map(repairNotice),
    ...(more > 0 ? [`The plan repairs ${more} more of what was changed outside of Terraform.`] : []),
  ];
}
function repairNotice({ address, attribute, found = '', planned = '' }) {
  return attribute === void 0
    ? `Deleted outside of Terraform: ${address}. The plan creates it again.`
    : `Changed outside of Terraform: ${address} ${attribute} is ${short(found)}; the plan makes it ${short(planned)}.`;
}
function short(text2) {
  return text2.length > SHOWN ? `${Array.from(text2).slice(0, SHOWN).join('')}\u2026` : text2;
}
function baselineNotice({ known, baseline }) {
  if (baseline === void 0) return [];
  let { gone } = baseline,
    counted =
      known.length === 1
        ? '1 finding is in the baseline and does'
        : `${known.length} findings are in the baseline and do`,
    stale =
      gone === 0 ? '' : ` ${count(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} gone: write it anew.`;
  return [`${counted} not count.${stale}`];
}
function waiverNotices({ waivers }) {
  return waivers.entries.flatMap(waiverNotice);
}
function waiverNotice(waiver) {
  let { rule, address, stack, owner, expires, state: state2, findings } = waiver,
    what = `The waiver of ${rule} for ${address}${stack === void 0 ? '' : ` in ${stack}`}`;
  if (state2 === 'active') return [];
  if (state2 === 'unused') return [`${what} is unused: nothing that was judged needs it. Remove it (${owner}).`];
  let back =
    findings === 0 ? 'Nothing needs it: remove it' : `${count(findings, 'finding')} that it covered count again`;
  return [`${what} expired on ${expires}. ${back} (${owner}).`];
}
function usageTexts(costs) {
  let entries = costs
    .filter(({ usage }) => usage !== '')
    .map(({ part, item, usage }) => [JSON.stringify([part, item, usage]), { part, text: `${item}: ${usage}` }]);
  return [...new Map(entries).values()];
}
function worstOf(judged2) {
  return judged2
    .map(({ report }) => report.verdict)
    .reduce((worst, verdict2) => (verdict2.exitCode > worst.exitCode ? verdict2 : worst));
}
function capital(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
function byRule(entries) {
  let groups = new Map();
  for (let entry of entries) {
    let group = groups.get(entry.id);
    group === void 0 ? groups.set(entry.id, [entry]) : group.push(entry);
  }
  return [...groups.values()];
}
function sentence(text2) {
  let trimmed = text2.trim();
  return /[.!?…]$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}
function acrossStacks(entries, place4) {
  let groups = new Map();
  for (let entry of entries) {
    let { stack, constructPath: _, fingerprint: __, ...rest } = entry,
      key = JSON.stringify([place4(entry), rest]),
      group = groups.get(key);
    group === void 0
      ? groups.set(key, { entry, stacks: [stack] })
      : group.stacks.includes(stack)
        ? groups.set(`${key} ${groups.size}`, { entry, stacks: [stack] })
        : group.stacks.push(stack);
  }
  return [...groups.values()];
}
function githubReport(judged2) {
  let lines = judged2.map(
      ({ files, report }) =>
        `${judged2.length === 1 ? '' : `${files.join(', ')}: `}${verdictWords(report)}  ${summary(report)}`,
    ),
    commands = judged2.flatMap((each2) => [
      ...each2.report.problems.map(({ stack, what, why, fix }) => {
        let place4 = placeOf({ stack }, each2);
        return command('error', { file: place4?.file, title: 'Could not judge' }, `${what} ${why} ${fix}`);
      }),
      ...shared(each2.report.findings, each2).map((one) =>
        annotation(levelOf(one.entry), one, each2, violation(one.entry)),
      ),
      ...shared(each2.report.undecided, each2).map((one) => {
        let { message, remediation } = one.entry;
        return annotation(levelOf(one.entry), one, each2, `Undecided: ${sentence(message)} Fix: ${remediation}`);
      }),
      ...shared(each2.report.waived, each2).map((one) => {
        let { owner, expires, reason } = one.entry.waiver,
          waived = `Waived until ${expires} by ${owner}: ${sentence(reason)}`;
        return annotation('notice', one, each2, `${waived} ${violation(one.entry)}`);
      }),
    ]),
    remarks = (level, texts) => [...new Set(texts)].map((text2) => command(level, { title: 'tollgate' }, text2)),
    reports = judged2.map(({ report }) => report),
    about = [
      ...remarks('warning', waiverNotices(ofRun(reports))),
      ...remarks('warning', reports.flatMap(coverageNotices)),
      ...remarks('notice', scopeNotices(ofRun(reports))),
    ];
  return `${[...lines, ...commands, ...about].join(`
`)}
`;
}
function shared(entries, judged2) {
  return acrossStacks(entries, (entry) => {
    let place4 = placeOf(entry, judged2);
    return place4 === void 0 ? void 0 : placeText(place4);
  });
}
function levelOf({ enforcement }) {
  return enforcement === 'block' ? 'error' : 'warning';
}
function violation({ message, actual, allowed, remediation }) {
  return `${sentence(message)} There: ${actual}. Allowed: ${allowed}. Fix: ${remediation}`;
}
function annotation(level, { entry, stacks }, judged2, text2) {
  let place4 = placeOf(entry, judged2),
    at = [stacks.join(', '), entry.address, entry.path].filter((part) => part !== '').join(' ');
  return command(
    level,
    { file: place4?.file, line: place4?.line, title: `${entry.id} ${entry.title}` },
    `${at}: ${text2}`,
  );
}
function command(level, properties, message) {
  let listed = Object.entries(properties)
    .filter(([, value]) => value !== void 0)
    .map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  return `::${level} ${listed.join(',')}::${escapeData(message)}`;
}
function escapeData(text2) {
  return text2
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll(
      `
`,
      '%0A',
    );
}
var TIERS2 = { internet: 'Internet', alb: 'ALB', app: 'EC2', db: 'RDS', endpoint: 'Endpoint' },
  MARKS = { open: '\u2500\u2500', closed: '\u2500\u2717\u2500', unknown: '\u2500?\u2500' };
function flowPicture(flows, width) {
  let left = [...flows],
    lines = [];
  for (; left.length > 0;) {
    let start = left.findIndex((flow) => left.every((other) => other === flow || other.to !== flow.from)),
      [first] = left.splice(Math.max(start, 0), 1);
    if (first === void 0) break;
    let line = tier(first.from) + arrow(first),
      end = first.to;
    for (;;) {
      let index = left.findIndex((flow) => flow.from === end && (line + arrow(flow)).length <= width),
        [next] = index < 0 ? [] : left.splice(index, 1);
      if (next === void 0) break;
      ((line += arrow(next)), (end = next.to));
    }
    lines.push(line);
  }
  return (
    flows.some((flow) => flow.state === 'closed') && lines.push('\u2717 closed: nothing gets through'),
    flows.some((flow) => flow.state === 'unknown') && lines.push('? unknown: not decided by what was judged'),
    lines
  );
}
function arrow({ port, protocol, state: state2, to }) {
  return ` \u2500\u2500${protocol === 'tcp' ? String(port) : `${String(port)}/${protocol}`}${MARKS[state2]}\u25B6 ${tier(to)}`;
}
function tier(name) {
  return Object.hasOwn(TIERS2, name) ? (TIERS2[name] ?? name) : name;
}
function formatUsd(microDollars) {
  let cents = (BigInt(microDollars) + 5000n) / 10000n;
  return `$${String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(cents % 100n).padStart(2, '0')}`;
}
var import_picocolors = __toESM(require_picocolors());
function coloursFor({ colour }) {
  return (0, import_picocolors.createColors)(colour);
}
var Text = class {
  lines = [];
  width;
  colours;
  constructor(style) {
    ((this.width = style.width), (this.colours = coloursFor(style)));
  }
  blank() {
    this.lines.push('');
  }
  line(text2) {
    this.lines.push(text2);
  }
  heading(words, text2, paint) {
    let [first = '', ...rest] = wrap(text2, this.width - words.length - 2);
    this.lines.push(`${paint(words)}  ${first}`, ...rest.map((line) => `  ${line}`));
  }
  labelled(indent, label, text2, paint = String, paintLabel = this.colours.dim) {
    let margin = ' '.repeat(indent),
      column = label === '' ? 0 : Math.max(label.length + 2, 12),
      wrapped = text2
        .split(
          `
`,
        )
        .flatMap((line) => wrap(line, this.width - indent - column));
    for (let [index, line] of wrapped.entries()) {
      let head = index === 0 ? paintLabel(label.padEnd(column)) : ' '.repeat(column);
      this.lines.push(`${margin}${head}${paint(line)}`);
    }
  }
  toString() {
    return `${this.lines.map((line) => line.trimEnd()).join(`
`)}
`;
  }
};
function wrap(text2, width) {
  let lines = [],
    line = '';
  for (let word of text2.split(' '))
    line !== '' && line.length + 1 + word.length > width
      ? (lines.push(line), (line = word))
      : (line = line === '' ? word : `${line} ${word}`);
  return [...lines, line];
}
function humanReport(report, style) {
  return textOf2(report, style, notices(report));
}
function textOf2(report, style, about) {
  let text2 = new Text(style);
  verdictLine(report, about, text2);
  for (let problem of report.problems.filter(({ stack }) => stack === '')) problemBlock(problem, text2);
  let names = new Set([
    ...report.stacks.map((stack) => stack.name),
    ...report.problems.map((problem) => problem.stack),
  ]);
  names.delete('');
  for (let name of names) stackSection(report, name, text2);
  return (rulesSection(report.rules, text2), text2.toString());
}
function humanReports(judged2, style) {
  let [only] = judged2;
  if (judged2.length === 1 && only !== void 0) return humanReport(only.report, style);
  let run = ofRun(judged2.map(({ report }) => report)),
    reports = judged2.map(({ files, report }) => {
      let about = [...scopeNotices(report), ...waiverNotices(waiversThat(report, isOfFindings))];
      return `${files.join(', ')}
${textOf2(report, style, about)}`;
    }),
    rest = new Text(style),
    idle = waiverNotices(waiversThat(run, (waiver) => !isOfFindings(waiver)));
  for (let notice of idle) rest.labelled(0, '', notice, rest.colours.yellow);
  let number = (outcome2) => judged2.filter(({ report }) => report.verdict.outcome === outcome2).length,
    empty = judged2.filter(({ report }) => isEmptyPass(report)).length,
    counts2 = [
      `${number('passed')} passed${empty === 0 ? '' : ` (no rule applied to ${empty} of them)`}`,
      `${number('denied')} denied`,
      `${number('could-not-judge')} could not be judged`,
    ];
  return `${reports.join(`
`)}
${
  idle.length === 0
    ? ''
    : `${rest.toString()}
`
}${judged2.length} files: ${counts2.join(', ')}
`;
}
function isOfFindings({ findings }) {
  return findings > 0;
}
function waiversThat({ waivers }, are) {
  return { waivers: { ...waivers, entries: waivers.entries.filter(are) } };
}
function verdictLine(report, about, text2) {
  let { colours } = text2,
    paint = { passed: colours.green, denied: colours.red, 'could-not-judge': colours.yellow },
    { outcome: outcome2 } = report.verdict,
    colour = isEmptyPass(report) ? colours.yellow : paint[outcome2];
  text2.heading(verdictWords(report), summary(report), (words) => colours.bold(colour(words)));
  for (let notice of about) text2.labelled(2, '', notice, colours.yellow);
}
function problemBlock({ what, why, fix }, text2) {
  (text2.blank(),
    text2.labelled(2, '', what, text2.colours.yellow),
    text2.labelled(4, 'why', why),
    text2.labelled(4, 'fix', fix));
}
function stackSection(report, name, text2) {
  let stack = report.stacks.find((candidate) => candidate.name === name);
  (text2.blank(),
    text2.line(
      `${text2.colours.bold(name)}${stack === void 0 ? '' : `  ${text2.colours.dim(count(stack.resources, 'resource'))}`}`,
    ));
  let own = (entries) => entries.filter((entry) => entry.stack === name),
    picture = flowPicture(own(report.flows), text2.width - 2);
  picture.length > 0 && text2.blank();
  for (let line of picture) text2.line(`  ${paintFlow(line, text2.colours)}`);
  for (let problem of own(report.problems)) problemBlock(problem, text2);
  for (let group of byRule(own(report.findings))) findingGroup(group, text2);
  for (let group of byRule(own(report.undecided))) undecidedGroup(group, text2);
  for (let group of byRule(own(report.waived))) waivedGroup(group, text2);
  knownList(own(report.known), text2);
  let costs = own(report.costs);
  costs.length > 0 && costTable(costs, stack?.groupSize, text2);
}
function paintFlow(line, colours) {
  return line.replace(/✗|closed/g, (mark) => colours.red(mark)).replace(/\?|unknown/g, (mark) => colours.yellow(mark));
}
function ruleHead(head, suffix, paint, text2) {
  (text2.blank(),
    text2.labelled(
      2,
      `${head.severity.toUpperCase()} ${head.id}`,
      `${head.title}${suffix}`,
      text2.colours.bold,
      paint,
    ));
}
function place3(entry, text2) {
  (text2.labelled(4, '', entry.address),
    entry.constructPath !== void 0 && text2.labelled(6, 'construct', entry.constructPath),
    entry.source !== void 0 && text2.labelled(6, 'made at', placeText(entry.source)),
    entry.path !== '' && text2.labelled(6, 'attribute', entry.path));
}
function findingGroup(group, text2) {
  let [head] = group;
  if (head === void 0) return;
  let { red, yellow } = text2.colours,
    warned = head.enforcement === 'warn';
  ruleHead(head, warned ? ' (warning)' : '', warned ? yellow : red, text2);
  for (let finding of group)
    (place3(finding, text2),
      text2.labelled(6, 'there', finding.actual, warned ? yellow : red),
      text2.labelled(6, 'allowed', finding.allowed),
      text2.labelled(6, 'so', finding.message));
  text2.labelled(4, 'fix', head.remediation);
}
function undecidedGroup(group, text2) {
  let [head] = group;
  if (head !== void 0) {
    ruleHead(head, ` (undecided${head.enforcement === 'warn' ? ', warning' : ''})`, text2.colours.yellow, text2);
    for (let entry of group) (place3(entry, text2), text2.labelled(6, 'because', entry.message));
    text2.labelled(4, 'fix', head.remediation);
  }
}
function waivedGroup(group, text2) {
  let [head] = group;
  if (head !== void 0) {
    ruleHead(head, ' (waived)', text2.colours.dim, text2);
    for (let finding of group) {
      let { reason, owner, expires } = finding.waiver;
      (place3(finding, text2),
        text2.labelled(6, 'there', finding.actual),
        text2.labelled(6, 'allowed', finding.allowed),
        text2.labelled(6, 'waived', `until ${expires} by ${owner}: ${reason}`));
    }
  }
}
function knownList(known, text2) {
  if (known.length !== 0) {
    (text2.blank(), text2.labelled(2, '', `In the baseline: ${count(known.length, 'finding')}`, text2.colours.bold));
    for (let { id, address, path, actual } of known)
      text2.labelled(4, id, `${address}${path === '' ? '' : ` ${path}`}: ${actual}`);
  }
}
var AMOUNTS = ['minimum', 'desired', 'maximum'];
function costTable(costs, size, text2) {
  let parts = [...new Set(costs.map((cost) => cost.part))],
    fixed = costs.filter((cost) => cost.usage === ''),
    sum = (items) => AMOUNTS.map((amount2) => formatUsd(items.reduce((total2, item) => total2 + item[amount2], 0))),
    heads = AMOUNTS.map((amount2) => (size === void 0 ? `at ${amount2}` : `${amount2} (${String(size[amount2])})`)),
    rows = parts.map((part) => {
      let items = fixed.filter((cost) => cost.part === part);
      return [part, ...(items.length === 0 ? AMOUNTS.map(() => 'unknown') : sum(items))];
    }),
    print = (cells, paint = String) =>
      text2.line(
        paint(
          `  ${(cells[0] ?? '').padEnd(24)}${cells
            .slice(1)
            .map((cell) => cell.padStart(15))
            .join('')}`,
        ),
      );
  if ((text2.blank(), fixed.length > 0)) {
    print(['US dollars a month', ...heads], text2.colours.dim);
    for (let row of rows) print(row);
    print(['total of fixed prices', ...sum(fixed)], text2.colours.bold);
  }
  let unknown = usageTexts(costs);
  if (unknown.length === 0) return;
  let unsaid =
    fixed.length > 0 ? 'Not in the total, because it depends on use:' : 'What it costs a month depends on use:';
  text2.labelled(2, '', unsaid, text2.colours.dim);
  for (let { part, text: price } of unknown) text2.labelled(4, part, price);
}
var OUTCOMES = ['denied', 'undecided', 'warned', 'accepted', 'passed', 'not applicable', 'off'];
function rulesSection(rules, text2) {
  if (rules.length === 0) return;
  (text2.blank(), text2.line(text2.colours.bold('Rules')));
  let { red, yellow, green, dim } = text2.colours,
    paint = {
      denied: red,
      undecided: yellow,
      warned: yellow,
      accepted: dim,
      passed: green,
      'not applicable': dim,
      off: dim,
    };
  for (let outcome2 of OUTCOMES)
    for (let rule of rules.filter((candidate) => shownOutcome(candidate) === outcome2))
      text2.labelled(2, `${outcome2.padEnd(16)}${rule.id.padEnd(8)}`, rule.title, String, paint[outcome2]);
}
function shownOutcome(rule) {
  return rule.outcome === 'denied' && rule.enforcement === 'warn'
    ? 'warned'
    : rule.outcome === 'not-applicable'
      ? 'not applicable'
      : rule.outcome;
}
function jsonReport(judged2) {
  let [only] = judged2,
    content =
      judged2.length === 1 && only !== void 0
        ? covered(only.report)
        : { schemaVersion: 1, verdict: worstOf(judged2), reports: judged2.map(each) };
  return `${JSON.stringify(content, null, 2)}
`;
}
function each({ files, report }) {
  return { files, report: covered(report) };
}
function covered({ schemaVersion, verdict: verdict2, ...rest }) {
  return { schemaVersion, verdict: verdict2, coverage: coverageOf(rest.rules), ...rest };
}
function junitReport(judged2) {
  let cases = judged2.flatMap((each2) => casesOf(each2, judged2.length > 1 ? `${each2.files.join(', ')} ` : '')),
    suites = [...new Set(cases.map(({ suite: suite2 }) => suite2))].map((suite2) =>
      cases.filter((one) => one.suite === suite2),
    ),
    reports = judged2.map(({ report }) => report),
    remarks = [...new Set(reports.flatMap(coverageNotices)), ...notices(ofRun(reports))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tollgate"${counts(cases, ['tests', 'failures', 'errors'])}>`,
    ...suites.flatMap(suite),
    ...(remarks.length === 0
      ? []
      : [
          '  <testsuite name="notices" tests="0" failures="0" errors="0" skipped="0">',
          `    <system-out>${xml(
            remarks.join(`
`),
          )}</system-out>`,
          '  </testsuite>',
        ]),
    '</testsuites>',
    '',
  ].join(`
`);
}
function suite(cases) {
  return [
    `  <testsuite name="${xml(cases[0]?.suite ?? '')}"${counts(cases, ['tests', 'failures', 'errors', 'skipped'])}>`,
    ...cases.flatMap(({ group, name, content }) => {
      let head = `    <testcase classname="${xml(group)}" name="${xml(name)}"`;
      return content.length === 0
        ? [`${head}/>`]
        : [`${head}>`, ...content.map((element2) => `      ${element2}`), '    </testcase>'];
    }),
    '  </testsuite>',
  ];
}
function counts(cases, names) {
  let results = { failures: 'failure', errors: 'error', skipped: 'skipped' },
    number = (name) =>
      name === 'tests' ? cases.length : cases.filter(({ result: result2 }) => result2 === results[name]).length;
  return names.map((name) => ` ${name}="${number(name)}"`).join('');
}
var RUN = 'run';
function casesOf(judged2, prefix) {
  let { report } = judged2,
    named = (stack) => `${prefix}${stack === '' ? RUN : stack}`,
    problems = report.problems.map(({ stack, what, why, fix }) => ({
      suite: named(stack),
      group: 'could not judge',
      name: what,
      result: 'error',
      content: [element('error', what, [why, fix])],
    })),
    found = foundBy(report),
    rules = report.rules.flatMap((rule) => {
      let places = new Map(rule.checked.map((place4) => [keyOf2(place4), place4])),
        own = found.get(rule.id) ?? new Map();
      for (let [key, { stack, address }] of own) places.set(key, { stack, address });
      return places.size === 0
        ? [nothing2(rule, named(''))]
        : [...places].map(([key, { stack, address }]) => ({
            suite: named(stack),
            group: `${rule.id} ${rule.title}`,
            name: address,
            ...resultOf(own.get(key), judged2),
          }));
    });
  return [...problems, ...rules];
}
function foundBy(report) {
  let rules = new Map(),
    at = ({ id, stack, address }) => {
      let places = rules.get(id) ?? new Map();
      rules.set(id, places);
      let key = keyOf2({ stack, address }),
        found = places.get(key) ?? { stack, address, findings: [], undecided: [], waived: [], known: [] };
      return (places.set(key, found), found);
    };
  for (let finding of report.findings) at(finding).findings.push(finding);
  for (let entry of report.undecided) at(entry).undecided.push(entry);
  for (let finding of report.waived) at(finding).waived.push(finding);
  for (let finding of report.known) at(finding).known.push(finding);
  return rules;
}
function keyOf2({ stack, address }) {
  return JSON.stringify([stack, address]);
}
function nothing2({ id, title, outcome: outcome2 }, suiteName) {
  let reason = outcome2 === 'off' ? 'the rule is off' : 'there is nothing that the rule is about';
  return {
    suite: suiteName,
    group: `${id} ${title}`,
    name: id,
    result: 'skipped',
    content: [`<skipped message="${reason}"/>`],
  };
}
function resultOf(found, judged2) {
  if (found === void 0) return { result: 'passed', content: [] };
  let { findings, undecided: undecided2, waived, known } = found,
    blocks = ({ enforcement }) => enforcement === 'block',
    failures = findings
      .filter(blocks)
      .map((finding) => element('failure', sentence(finding.message), details(finding, judged2), finding.severity)),
    errors = undecided2
      .filter(blocks)
      .map((entry) =>
        element('error', `Undecided: ${sentence(entry.message)}`, details(entry, judged2), entry.severity),
      ),
    accepted = [
      ...waived.map((finding) => ({ reason: waiverText(finding), finding })),
      ...known.map((finding) => ({ reason: 'In the baseline', finding })),
    ],
    [first] = accepted,
    result2 = failures.length > 0 ? 'failure' : errors.length > 0 ? 'error' : first === void 0 ? 'passed' : 'skipped',
    skipped = result2 === 'skipped' && first !== void 0 ? [`<skipped message="${xml(first.reason)}"/>`] : [],
    remarks = [
      ...[...findings, ...undecided2]
        .filter((entry) => !blocks(entry))
        .map((entry) =>
          [`Warning: ${sentence(entry.message)}`, ...details(entry, judged2)].join(`
`),
        ),
      ...accepted.map(({ reason, finding }) =>
        [`${reason}: ${sentence(finding.message)}`, ...details(finding, judged2)].join(`
`),
      ),
    ],
    output =
      remarks.length === 0
        ? []
        : [
            `<system-out>${xml(
              remarks.join(`

`),
            )}</system-out>`,
          ];
  return { result: result2, content: [...failures, ...errors, ...skipped, ...output] };
}
function waiverText({ waiver: { expires, owner, reason } }) {
  return `Waived until ${expires} by ${owner} (${reason})`;
}
function details(entry, judged2) {
  let place4 = placeOf(entry, judged2);
  return [
    ...(place4 === void 0 ? [] : [`at ${placeText(place4)}`]),
    ...(entry.path === '' ? [] : [`attribute ${entry.path}`]),
    ...('actual' in entry ? [`there ${entry.actual}`, `allowed ${entry.allowed}`] : []),
    `fix ${entry.remediation}`,
  ];
}
function element(name, message, lines, type) {
  let kind = type === void 0 ? '' : ` type="${type}"`;
  return `<${name} message="${xml(message)}"${kind}>${xml(
    lines.join(`
`),
  )}</${name}>`;
}
function xml(text2) {
  return text2
    .replace(new RegExp('\\p{Surrogate}', 'gu'), '\uFFFD')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
var ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function oneLine(text2) {
  return text2.replace(/\s+/g, ' ').trim();
}
function plain(text2) {
  return oneLine(text2)
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200B')
    .replaceAll('://', ':\\//')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}\\.`);
}
function prose(text2) {
  return oneLine(text2)
    .split(/(`[^`]+`)/)
    .map((part, position) => {
      if (position % 2 === 1) return code(part.slice(1, -1));
      let words = plain(part);
      return `${/^\s/.test(part) ? ' ' : ''}${words}${words !== '' && /\s$/.test(part) ? ' ' : ''}`;
    })
    .join('');
}
function code(text2) {
  let line = oneLine(text2);
  if (line === '') return '(empty)';
  let longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)),
    fence = '`'.repeat(longest + 1),
    space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
function html(text2) {
  return oneLine(text2)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');
}
var LIMIT = 65e3,
  RESERVE = 400,
  OPEN = 3,
  LONG = 600,
  FLOW_WIDTH = 100;
function markdownReport(judged2, { limit = LIMIT } = {}) {
  let head = headText(judged2),
    blocks = judged2.flatMap((each2) => blocksOf(each2, judged2.length > 1)),
    shown2 = [],
    left = new Map(),
    room = limit - head.length - RESERVE;
  for (let block of blocks) {
    let previous = shown2.at(-1),
      needed = newHeads(block, previous).join(`

`).length,
      joins = previous?.folded === !0 && previous.group === block.group,
      length = block.text.length + needed + 2 * block.heads.length + (block.folded && !joins ? 80 : 0) + 2;
    if (length > room) {
      left.set(block.kind, (left.get(block.kind) ?? 0) + block.size);
      continue;
    }
    ((room -= length), shown2.push(block));
  }
  return `${[head, ...bodyText(shown2), ...leftText(left)].join(`

`)}
`;
}
var MARKS2 = { passed: '\u2705', denied: '\u274C', 'could-not-judge': '\u26A0\uFE0F' },
  EMPTY_MARK = '\u26AA',
  WORDS = { passed: 'Passed', denied: 'Denied', 'could-not-judge': 'Could not judge' };
function headText(judged2) {
  let { outcome: outcome2 } = worstOf(judged2),
    [only] = judged2,
    reports = judged2.map(({ report }) => report),
    empty = reports.filter(isEmptyPass).length,
    all = empty === reports.length,
    about =
      judged2.length === 1 && only !== void 0
        ? countsOf2(only.report)
        : [`${count(judged2.length, 'input')}${empty === 0 || all ? '' : `, and no rule applied to ${empty} of them`}`],
    stacks = reports.flatMap((report) => report.stacks),
    resources = stacks.reduce((sum, stack) => sum + stack.resources, 0),
    rules = new Set(reports.flatMap((report) => report.rules.map(({ id }) => id))),
    seen = [count(stacks.length, 'stack'), count(resources, 'resource'), count(rules.size, 'rule')].join(', '),
    remarks = notices(ofRun(reports)).map((notice) => `> ${plain(notice)}`);
  return [
    `## ${all ? EMPTY_MARK : MARKS2[outcome2]} ${WORDS[outcome2]}${all ? EMPTY_PASS : ''}${about.length === 0 ? '' : `: ${about.join(', ')}`}`,
    `${seen}.`,
    ...(remarks.length === 0
      ? []
      : [
          remarks.join(`
>
`),
        ]),
  ].join(`

`);
}
function newHeads({ heads }, previous) {
  let first = heads.findIndex((head, index) => head !== previous?.heads[index]);
  return first < 0 ? [] : heads.slice(first);
}
function bodyText(blocks) {
  let lines = [];
  for (let at = 0; at < blocks.length; at++) {
    let block = blocks[at];
    if (block === void 0) break;
    if ((lines.push(...newHeads(block, blocks[at - 1])), !block.folded)) {
      lines.push(block.text);
      continue;
    }
    let fold2 = [block];
    for (let next = blocks[at + 1]; next?.folded === !0 && next.group === block.group; next = blocks[at + 1])
      (fold2.push(next), (at += 1));
    let number = fold2.reduce((sum, { size }) => sum + size, 0),
      name = blocks.some(({ group, folded }) => group === block.group && !folded)
        ? `${number} more`
        : count(number, block.kind);
    lines.push(`<details><summary>${name}</summary>`, ...fold2.map(({ text: text2 }) => text2), '</details>');
  }
  return lines;
}
function leftText(left) {
  return left.size === 0
    ? []
    : [
        `**Left out, because a comment can hold no more: ${[...left].map(([kind, number]) => count(number, kind)).join(', ')}.** The other reports of this run have all of it.`,
      ];
}
function blocksOf(judged2, several) {
  let { report, files } = judged2,
    empty = isEmptyPass(report),
    said = [...(empty ? [`passed${EMPTY_PASS}`] : []), ...countsOf2(report)].join(', ') || 'passed',
    title = several
      ? [`## ${empty ? EMPTY_MARK : MARKS2[report.verdict.outcome]} ${code(files.join(', '))}: ${said}`]
      : [],
    of = (entries, section, kind, show, folded = !1) =>
      byRule(entries).flatMap((rule) =>
        acrossStacks(rule, (entry) => placeText(placeOf(entry, judged2) ?? { file: '' })).map((shared2, index) => {
          let text2 = show(shared2);
          return {
            kind,
            text: text2,
            size: shared2.stacks.length,
            group: `${title.join('')}${section}${folded ? '' : shared2.entry.id}`,
            folded: folded || index >= OPEN || text2.length > LONG,
            heads: [...title, ...(folded ? [] : [...(section === '' ? [] : [section]), ruleHead2(shared2.entry)])],
          };
        }),
      ),
    whole2 = (kind, text2, summaryText) =>
      text2 === ''
        ? []
        : [
            {
              kind,
              size: 1,
              folded: !1,
              group: kind,
              heads: title,
              text: summaryText === void 0 ? text2 : fold(summaryText, text2),
            },
          ],
    blocks = [
      ...report.problems.map((problem) => ({
        kind: 'problem',
        size: 1,
        text: problemText(problem),
        heads: title,
        folded: !1,
        group: 'problem',
      })),
      ...of(
        report.findings.filter(({ enforcement }) => enforcement === 'block'),
        '',
        'finding',
        (shared2) => findingText(shared2, judged2),
      ),
      ...of(report.undecided, '### Undecided', 'undecided value', (shared2) => undecidedText(shared2, judged2)),
      ...of(
        report.findings.filter(({ enforcement }) => enforcement !== 'block'),
        '### Warnings',
        'warning',
        (shared2) => findingText(shared2, judged2),
      ),
      ...of(report.waived, 'Waived', 'waived finding', (shared2) => waivedText(shared2, judged2), !0),
      ...of(report.known, 'Known', 'known finding', shortText, !0),
      ...whole2('picture of flows', flowsText(judged2)),
      ...report.stacks.flatMap(({ name }) => {
        let costs = report.costs.filter(({ stack }) => stack === name);
        return costs.length === 0 ? [] : whole2('table of costs', costTable2(costs), costSummary(name, costs));
      }),
      ...whole2('list of rules', rulesList(report.rules), rulesSummary(report.rules)),
    ];
  return blocks.length > 0
    ? blocks
    : title.map((text2) => ({ kind: 'input', size: 1, text: text2, heads: [], folded: !1, group: text2 }));
}
function ruleHead2({ severity, id, title, remediation }) {
  return `#### ${capital(severity)} \xB7 ${id} \xB7 ${plain(title)}

_Fix:_ ${prose(remediation)}`;
}
var BREAK = `<br>
`;
function where({ entry, stacks }, judged2) {
  let place4 = placeOf(entry, judged2),
    named = stacks.filter((stack) => stack !== '' && stack !== place4?.file);
  return [
    `**${code(entry.address)}**`,
    ...(named.length === 0 ? [] : [` in ${named.map(code).join(' and ')}`]),
    ...(entry.path === '' ? [] : [`, ${code(entry.path)}`]),
    ...(place4?.line === void 0 ? [] : [`, made at ${code(placeText(place4))}`]),
  ].join('');
}
function findingText(shared2, judged2) {
  let { actual, allowed, message } = shared2.entry;
  return [where(shared2, judged2), `There: ${code(actual)}. Allowed: ${code(allowed)}.`, plain(sentence(message))].join(
    BREAK,
  );
}
function undecidedText(shared2, judged2) {
  return [where(shared2, judged2), plain(sentence(shared2.entry.message))].join(BREAK);
}
function waivedText(shared2, judged2) {
  let { id, actual, allowed, waiver } = shared2.entry;
  return [
    `${id}: ${where(shared2, judged2)}`,
    `There: ${code(actual)}. Allowed: ${code(allowed)}.`,
    `Waived until ${waiver.expires} by ${plain(waiver.owner)}: ${plain(sentence(waiver.reason))}`,
  ].join(BREAK);
}
function shortText({ entry: { id, address, path, actual }, stacks }) {
  let at = [...stacks, address, path].filter((part) => part !== '').map(code);
  return `${id}: ${at.join(', ')}: ${code(actual)}`;
}
function problemText({ stack, what, why, fix }) {
  return [`**${stack === '' ? '' : `${plain(stack)}: `}${plain(what)}**`, plain(why), `_Fix:_ ${plain(fix)}`].join(
    BREAK,
  );
}
function flowsText({ report }) {
  let pictures = new Map();
  for (let { name } of report.stacks) {
    let lines = flowPicture(
      report.flows.filter(({ stack }) => stack === name),
      FLOW_WIDTH,
    );
    if (lines.length === 0) continue;
    let picture = lines.join(`
`);
    pictures.set(picture, [...(pictures.get(picture) ?? []), name]);
  }
  return [...pictures].map(
    ([picture, names]) => `**Flows** of ${names.map(code).join(' and ')}

\`\`\`text
${picture}
\`\`\``,
  ).join(`

`);
}
var AMOUNTS2 = ['minimum', 'desired', 'maximum'];
function total(costs) {
  return AMOUNTS2.map((amount2) => formatUsd(costs.reduce((sum, cost) => sum + cost[amount2], 0)));
}
function costSummary(name, costs) {
  let fixed = costs.filter(({ usage }) => usage === ''),
    [, desired = '', maximum = ''] = total(fixed),
    price = fixed.length === 0 ? 'depends on use' : `${desired} a month, at most ${maximum}`;
  return `Cost of <code>${html(name)}</code>: ${price}${fixed.length < costs.length && fixed.length > 0 ? ', and what depends on use' : ''}`;
}
function costTable2(costs) {
  let fixed = costs.filter(({ usage }) => usage === ''),
    row = (cells) => `| ${cells.join(' | ')} |`,
    parts = [...new Set(fixed.map(({ part }) => part))],
    table = [
      row(['US dollars a month', ...AMOUNTS2]),
      '| :-- | --: | --: | --: |',
      ...parts.map((part) => row([plain(part), ...total(fixed.filter((cost) => cost.part === part))])),
      row(['**total of fixed prices**', ...total(fixed).map((amount2) => `**${amount2}**`)]),
    ].join(`
`),
    unknown = usageTexts(costs).map(({ part, text: text2 }) => `- ${plain(part)}: ${plain(text2)}`);
  return [
    ...(fixed.length === 0 ? [] : [table]),
    ...(unknown.length === 0
      ? []
      : [
          `Depends on use:

${unknown.join(`
`)}`,
        ]),
  ].join(`

`);
}
var OUTCOMES2 = {
  denied: 'denied',
  undecided: 'undecided',
  accepted: 'accepted',
  passed: 'passed',
  'not-applicable': 'not applicable',
  off: 'off',
};
function rulesSummary(rules) {
  let counts2 = Object.entries(OUTCOMES2).map(([outcome2, word]) => {
    let number = rules.filter((rule) => rule.outcome === outcome2).length;
    return number === 0 ? [] : [`${number} ${word}`];
  });
  return `${count(rules.length, 'rule')}: ${counts2.flat().join(', ')}`;
}
function rulesList(rules) {
  return rules.length === 0
    ? ''
    : [
        '| id | rule | severity | outcome |',
        '| :-- | :-- | :-- | :-- |',
        ...rules.map(({ id, title, severity, enforcement, outcome: outcome2 }) => {
          let warned =
            enforcement === 'warn' && (outcome2 === 'denied' || outcome2 === 'undecided') ? ' (warning)' : '';
          return `| ${id} | ${plain(title)} | ${severity} | ${OUTCOMES2[outcome2]}${warned} |`;
        }),
      ].join(`
`);
}
function fold(summaryText, text2) {
  return `<details><summary>${summaryText}</summary>

${text2}

</details>`;
}
function sarifReport(judged2, { version: version2, catalog }) {
  let rules = descriptors(judged2, catalog),
    index = new Map(rules.map(({ id }, position) => [id, position])),
    results = judged2.flatMap((each2) => resultsOf(each2)),
    log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'tollgate', semanticVersion: version2, rules } },
          invocations: [invocation(judged2)],
          results: numbered(results).map((result2) => ({
            ...result2,
            ruleIndex: index.get(result2.ruleId ?? '') ?? -1,
          })),
          columnKind: 'utf16CodeUnits',
          properties: { policy: judged2[0]?.report.policy ?? '', waivers: judged2[0]?.report.waivers.digest ?? '' },
        },
      ],
    };
  return `${JSON.stringify(log, null, 2)}
`;
}
var COULD_NOT_JUDGE2 = 'could-not-judge',
  SECURITY_SEVERITY = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };
function descriptors(judged2, catalog) {
  let reports = new Map(judged2.flatMap(({ report }) => report.rules).map((rule) => [rule.id, rule])),
    rules = catalog.filter(({ id }) => reports.has(id)).map((info) => descriptor(info, reports.get(info.id)));
  return judged2.every(({ report }) => report.problems.length === 0)
    ? rules
    : [
        ...rules,
        {
          id: COULD_NOT_JUDGE2,
          shortDescription: { text: 'Everything can be judged' },
          fullDescription: { text: 'What could not be judged may be wrong, so it does not pass.' },
          help: { text: 'Do what the message says, and judge again.' },
          defaultConfiguration: { level: 'error' },
          properties: { tags: ['security'], 'security-severity': SECURITY_SEVERITY.high },
        },
      ];
}
function descriptor(info, report) {
  let [related] = info.relatedResources;
  return {
    id: info.id,
    name: info.rule,
    shortDescription: { text: info.title },
    fullDescription: { text: info.description },
    help: {
      text: `${info.description}

${info.remediation}`,
      markdown: helpMarkdown(info),
    },
    ...(related === void 0 ? {} : { helpUri: related.ref }),
    defaultConfiguration: {
      enabled: report?.enforcement !== 'off',
      level: report?.enforcement === 'block' ? 'error' : 'warning',
    },
    properties: {
      tags: ['security', info.rule.split('.')[0] ?? ''],
      precision: 'very-high',
      'security-severity': SECURITY_SEVERITY[info.severity],
    },
  };
}
function helpMarkdown({ description, remediation, resources, relatedResources, file }) {
  let links = relatedResources.map(({ ref, description: text2 }) => `- [${text2 === '' ? ref : text2}](${ref})`);
  return [
    description,
    `## How to fix it

${remediation}`,
    ...(resources.length === 0
      ? []
      : [
          `## Resources

${resources.map((type) => `- \`${type}\``).join(`
`)}`,
        ]),
    ...(links.length === 0
      ? []
      : [
          `## See also

${links.join(`
`)}`,
        ]),
    `Source: \`${file}\``,
  ].join(`

`);
}
function invocation(judged2) {
  let { exitCode, outcome: outcome2 } = worstOf(judged2),
    problems = judged2.flatMap(({ report }) => report.problems),
    reports = judged2.map(({ report }) => report),
    remarks = [...new Set(reports.flatMap(coverageNotices)), ...notices(ofRun(reports))],
    notifications = [
      ...problems.map(({ what, why, fix }) => ({ level: 'error', message: { text: `${what} ${why} ${fix}` } })),
      ...remarks.map((text2) => ({ level: 'warning', message: { text: text2 } })),
    ];
  return {
    executionSuccessful: problems.length === 0,
    exitCode,
    exitCodeDescription: outcome2,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}
function resultsOf(judged2) {
  let { problems, findings, undecided: undecided2, waived, known, baseline } = judged2.report,
    since = (state2) => (baseline === void 0 ? {} : { baselineState: state2 });
  return [
    ...problems.map((problem) => problemResult(problem, judged2)),
    ...findings.map((finding) => ({ ...result(finding, violation2(finding), judged2), ...since('new') })),
    ...undecided2.map((entry) => result(entry, `Undecided: ${sentence(entry.message)}`, judged2)),
    ...waived.map((finding) => ({ ...result(finding, violation2(finding), judged2), ...suppression(finding) })),
    ...known.map((finding) => ({ ...result(finding, violation2(finding), judged2), ...since('unchanged') })),
  ];
}
function result(entry, text2, judged2) {
  let { id, stack, address, path, constructPath: constructPath2, enforcement, fingerprint: fingerprint2 } = entry,
    name = [stack, address].filter((part) => part !== '').join(' ');
  return {
    ruleId: id,
    level: enforcement === 'block' ? 'error' : 'warning',
    message: { text: `${name}: ${text2}` },
    locations: [location(entry, judged2, path === '' ? address : `${address}.${path}`)],
    partialFingerprints: { 'tollgate/v1': fingerprint2 },
    properties: { stack, address, path, ...(constructPath2 === void 0 ? {} : { constructPath: constructPath2 }) },
  };
}
function violation2({ message, actual, allowed, remediation }) {
  return `${sentence(message)} There: ${actual}. Allowed: ${allowed}. ${remediation}`;
}
function suppression({ waiver: { reason, owner, expires } }) {
  return {
    suppressions: [{ kind: 'external', status: 'accepted', justification: `${reason} (${owner}, until ${expires})` }],
  };
}
function problemResult({ stack, what, why, fix }, judged2) {
  return {
    ruleId: COULD_NOT_JUDGE2,
    level: 'error',
    message: { text: `${what} ${why} ${fix}` },
    locations: [location({ stack }, judged2, stack)],
    partialFingerprints: { 'tollgate/v1': sha256(JSON.stringify([stack, what])).slice(0, 32) },
  };
}
function location(entry, judged2, logical) {
  let place4 = placeOf(entry, judged2) ?? { file: '.' };
  return {
    physicalLocation: { artifactLocation: artifactLocation(place4.file), region: { startLine: place4.line ?? 1 } },
    ...(logical === '' ? {} : { logicalLocations: [{ fullyQualifiedName: logical, kind: 'resource' }] }),
  };
}
function artifactLocation(file) {
  let uri = file.split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/')
    ? { uri: `file://${uri}` }
    : /^[A-Za-z]:\//.test(file)
      ? { uri: `file:///${uri.replace('%3A', ':')}` }
      : { uri, uriBaseId: '%SRCROOT%' };
}
function numbered(results) {
  let seen = new Map();
  return results.map((one) => {
    let base = one.partialFingerprints?.['tollgate/v1'] ?? '';
    if (base === '') return one;
    let number = (seen.get(base) ?? 0) + 1;
    seen.set(base, number);
    let primaryLocationLineHash = `${base.slice(0, 16)}:${number}`;
    return { ...one, partialFingerprints: { ...one.partialFingerprints, primaryLocationLineHash } };
  });
}
var WRITERS = {
    human: (judged2, { style }) => humanReports(judged2, style),
    json: jsonReport,
    sarif: sarifReport,
    junit: junitReport,
    markdown: (judged2) => markdownReport(judged2),
    github: githubReport,
  },
  FORMATS = Object.keys(WRITERS);
function isFormat(word) {
  return Object.hasOwn(WRITERS, word);
}
function render(format2, judged2, options) {
  return WRITERS[format2](judged2, options);
}
var UsageError = class extends Error {
  name = 'UsageError';
};
function outputsOf({ format: format2 = [], output, json = !1 }) {
  let asked = [...format2.map(parseOutput), ...(json ? [{ format: 'json' }] : [])],
    toStandard = asked.filter(({ file }) => file === void 0);
  if (toStandard.length > 1) {
    let [first, second] = toStandard;
    throw new UsageError(
      `${first?.format ?? ''} and ${second?.format ?? ''} would both go to standard output; give one a file: --format ${second?.format ?? ''}=FILE.`,
    );
  }
  let outputs = (toStandard.length === 0 ? [...asked, { format: 'human' }] : asked).map((one) =>
      one.file === void 0 && output !== void 0 ? { ...one, file: output } : one,
    ),
    files = outputs.flatMap(({ file }) => file ?? []),
    twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== void 0) throw new UsageError(`two reports would go to ${twice}.`);
  return outputs;
}
function parseOutput(word) {
  let at = word.indexOf('='),
    name = at < 0 ? word : word.slice(0, at),
    file = at < 0 ? void 0 : word.slice(at + 1);
  if (!isFormat(name)) throw new UsageError(`there is no format ${name || "''"}: choose from ${FORMATS.join(', ')}.`);
  if (file === '') throw new UsageError(`--format ${word} names no file.`);
  return file === void 0 || file === '-' ? { format: name } : { format: name, file };
}
function wordsOf(args) {
  try {
    let { values } = (0, import_node_util.parseArgs)({
        args: [...args],
        options: {
          format: { type: 'string', multiple: !0 },
          output: { type: 'string' },
          json: { type: 'boolean' },
          waivers: { type: 'string' },
          baseline: { type: 'string' },
          'fail-on': { type: 'string' },
        },
      }),
      { waivers, baseline, 'fail-on': least } = values;
    return { outputs: outputsOf(values), judge: { waivers, baseline, failOn: severityOf(least) } };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error));
  }
}
function severityOf(word) {
  let severity = SEVERITIES.find((known) => known === word);
  if (word !== void 0 && severity === void 0)
    throw new UsageError(`there is no severity ${word}: choose from ${SEVERITIES.join(', ')}.`);
  return severity;
}
var FILE_STYLE = { colour: !1, width: 100 };
function writeReports(judged2, outputs, writing) {
  let catalog = outputs.some(({ format: format2 }) => format2 === 'sarif') ? catalogOf(writing.files) : [],
    failures = [];
  for (let { format: format2, file } of outputs)
    if (file !== void 0)
      try {
        (makeDirectory((0, import_node_path8.dirname)(file)),
          (0, import_node_fs8.writeFileSync)(file, render(format2, judged2, { version, catalog, style: FILE_STYLE })));
      } catch (error) {
        let reason = error instanceof Error ? error.message : String(error);
        failures.push(new Error(`${file} cannot be written: ${reason}. Name a place where you may write.`));
      }
  for (let { format: format2, file } of outputs)
    file === void 0 && writing.out(render(format2, judged2, { version, catalog, style: writing.style }));
  let [first] = failures;
  if (first !== void 0) throw first;
}
var import_node_tty = require('node:tty');
function isTerminal(descriptor2) {
  return (0, import_node_tty.isatty)(descriptor2);
}
function showProgress(text2) {
  isTerminal(2) && process.stderr.write(`\r\x1B[K${text2}\r`);
}
function terminalStyle() {
  let terminal = isTerminal(1);
  return {
    colour: terminal && process.env.NO_COLOR === void 0,
    width: terminal ? Math.max(80, Math.min(process.stdout.columns, 100)) : 100,
  };
}
var import_node_path9 = require('node:path'),
  import_node_url = require('node:url'),
  import_constructs = require('constructs'),
  FRAMES = 30,
  traces = new WeakMap(),
  installed = Symbol.for('tollgate/traceConstructs');
function traceConstructs() {
  let prototype = import_constructs.Node.prototype;
  if (prototype[installed] === !0) return;
  prototype[installed] = !0;
  let original = Reflect.get(prototype, 'addMetadata'),
    traced = function (...entry) {
      (entry[0] === 'stacktrace' && traces.set(this, capture(traced)), original.apply(this, entry));
    };
  prototype.addMetadata = traced;
}
function capture(below) {
  let { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  let trace = new Error();
  return (Error.captureStackTrace(trace, below), (Error.stackTraceLimit = stackTraceLimit), trace);
}
function sourceLines(root, directory) {
  return (path) => {
    let node = root.node.tryFindChild(path.split('/')[0] ?? '')?.node;
    for (let id of path.split('/').slice(1)) node = node?.tryFindChild(id)?.node;
    let trace = node === void 0 ? void 0 : traces.get(node);
    return trace === void 0 ? void 0 : ownLine(trace.stack ?? '', directory);
  };
}
function ownLine(stack, directory) {
  for (let frame of stack
    .split(
      `
`,
    )
    .slice(1)) {
    let [, file, line] = /(?:\(|at (?:async )?)((?:file:\/\/)?[^()]+?):(\d+):\d+\)?$/.exec(frame) ?? [];
    if (file === void 0 || file.startsWith('node:')) continue;
    let path = (0, import_node_path9.relative)(
      directory,
      file.startsWith('file:') ? (0, import_node_url.fileURLToPath)(file) : file,
    );
    if (!(
      path.startsWith('..') ||
      (0, import_node_path9.isAbsolute)(path) ||
      path.split(import_node_path9.sep).includes('node_modules')
    ))
      return { file: path.split(import_node_path9.sep).join('/'), line: Number(line) };
  }
}
function synthJudged(app, options = {}) {
  let before = (0, import_node_path10.resolve)(app.outdir),
    removeAll = () => {
      for (let outdir2 of new Set([before, (0, import_node_path10.resolve)(app.outdir)])) removeDeployable(outdir2);
    };
  process.on('exit', removeAll);
  let releaseSignals = exitOnSignals();
  removeAll();
  let words = understood(options),
    outdir = () => (0, import_node_path10.resolve)(app.outdir);
  showProgress('synthesizing \u2026');
  let failed2 = words.problem ?? synthesize(app);
  showProgress('judging \u2026');
  let report = failed2 ?? judged(app, outdir(), { ...options, ...words.judge });
  showProgress('');
  let files = [(0, import_node_path10.relative)(process.cwd(), outdir()) || '.'],
    { exitCode } = report.verdict;
  try {
    let out = (text2) => {
      process.stdout.write(text2);
    };
    writeReports([{ files, report }], words.outputs, { files: options, out, style: terminalStyle() });
  } catch (error) {
    (process.stderr.write(`${error instanceof Error ? error.message : String(error)}
`),
      (exitCode = 2));
  }
  return (
    exitCode === 0
      ? process.off('exit', removeAll)
      : (removeAll(),
        (process.exitCode = exitCode),
        process.stderr.write(`Nothing that could be deployed was left in ${app.outdir}.
`)),
    releaseSignals(),
    report
  );
}
function understood({ args, json }) {
  try {
    let words = wordsOf(args ?? []);
    return json === !0 ? { ...words, outputs: outputsOf({ json }) } : words;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    let problem = couldNotJudge([
      {
        stack: '',
        what: `The command line cannot be understood: ${error.message}`,
        why: 'A report that somebody asked for and that is not written would be missed too late.',
        fix: 'Options are --format NAME[=FILE], --output FILE, --json, --waivers FILE, --baseline FILE, --fail-on SEVERITY.',
      },
    ]);
    return { outputs: outputsOf({}), judge: {}, problem };
  }
}
function judged(app, outdir, options) {
  let report = judgeSynthesized(outdir, options),
    lineOf = sourceLines(app, process.cwd()),
    located = (entries) =>
      entries.map((entry) => {
        let source = entry.constructPath === void 0 ? void 0 : lineOf(entry.constructPath);
        return source === void 0 ? entry : { ...entry, source };
      });
  return {
    ...report,
    findings: located(report.findings),
    undecided: located(report.undecided),
    waived: located(report.waived),
    known: located(report.known),
  };
}
function exitOnSignals() {
  let listeners = SIGNALS.map(([signal, number]) => [signal, () => process.exit(128 + number)]);
  for (let [signal, listener] of listeners) process.on(signal, listener);
  return () => setImmediate(() => listeners.forEach(([signal, listener]) => process.off(signal, listener)));
}
var SIGNALS = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
];
function synthesize(app) {
  try {
    app.synth();
    return;
  } catch (error) {
    let reason = error instanceof Error ? error.message : String(error);
    return couldNotJudge([
      {
        stack: '',
        what: `The app could not be synthesized: ${reason}`,
        why: 'What the app itself calls wrong is not deployable, whatever the policies say.',
        fix: 'Correct the app as the message says.',
      },
    ]);
  }
}
0 && (module.exports = { synthJudged, traceConstructs });
