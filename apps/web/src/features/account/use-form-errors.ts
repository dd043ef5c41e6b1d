export { useFormErrors } from '../../platform/use-form-errors';
